"""`typing.IO`, `TextIO` and `BinaryIO` against the classes of `io`, in values and in annotations."""

import gzip
import io
import os
import sys
import tempfile
from dataclasses import dataclass
from typing import IO, Any, AnyStr, BinaryIO, Generic, Protocol, TextIO, Union

from typing_extensions import TypedDict


class Streams(TypedDict, total=False):
    text: TextIO
    binary: BinaryIO
    text_io: IO[str]
    bytes_io: IO[bytes]
    any_io: IO[Any]
    bare_io: IO
    optional: TextIO | None
    either: Union[IO[str], IO[bytes]]
    path_or_file: Union[str, "os.PathLike[str]", IO[str]]
    string_io: io.StringIO
    wrapper: io.TextIOWrapper
    text_base: io.TextIOBase
    raw: io.RawIOBase
    buffered: io.BufferedIOBase
    files: list[TextIO]


text_memory = io.StringIO()
binary_memory = io.BytesIO()
text_file = open(os.devnull, encoding="utf-8")
binary_file = open(os.devnull, "rb")
written_file = open(os.devnull, "wb")
raw_file = open(os.devnull, "rb", buffering=0)
gzip_file = gzip.GzipFile(fileobj=io.BytesIO(), mode="wb")
temporary = tempfile.TemporaryFile()
temporary_text = tempfile.TemporaryFile("w+")
for opened in text_file, binary_file, written_file, raw_file, gzip_file, temporary, temporary_text:
    opened.close()

text_string_io: Streams = {"text": text_memory}
text_open: Streams = {"text": text_file}
text_stdout: Streams = {"text": sys.__stdout__ or text_memory}
text_temporary: Streams = {"text_io": temporary_text}
text_bytes_io: Streams = {"text": binary_memory}  # E: text wrong-value
text_binary_file: Streams = {"text": binary_file}  # E: text wrong-value
text_str: Streams = {"text": "a"}  # E: text wrong-value
text_path: Streams = {"text": os.devnull}  # E: text wrong-value
text_none: Streams = {"text": None}  # E: text none-for-absent-key
binary_bytes_io: Streams = {"binary": binary_memory}
binary_open: Streams = {"binary": binary_file}
binary_written: Streams = {"binary": written_file}
binary_raw: Streams = {"binary": raw_file}
binary_string_io: Streams = {"binary": text_memory}  # E: binary wrong-value
binary_text_file: Streams = {"binary": text_file}  # E: binary wrong-value
binary_bytes: Streams = {"binary": b""}  # E: binary wrong-value
text_io_string_io: Streams = {"text_io": text_memory}
text_io_open: Streams = {"text_io": text_file}
text_io_bytes_io: Streams = {"text_io": binary_memory}  # E: text_io wrong-value
text_io_binary_file: Streams = {"text_io": written_file}  # E: text_io wrong-value
bytes_io_bytes_io: Streams = {"bytes_io": binary_memory}
bytes_io_open: Streams = {"bytes_io": binary_file}
bytes_io_temporary: Streams = {"bytes_io": temporary}
bytes_io_string_io: Streams = {"bytes_io": text_memory}  # E: bytes_io wrong-value
bytes_io_gzip: Streams = {"bytes_io": gzip_file}  # S: GzipFile is a file that gives bytes, whatever its stub says
any_io_string_io: Streams = {"any_io": text_memory}
any_io_binary_file: Streams = {"any_io": binary_file}
any_io_str: Streams = {"any_io": "a"}  # E: any_io wrong-value
bare_io_bytes_io: Streams = {"bare_io": binary_memory}
bare_io_list: Streams = {"bare_io": ["a"]}  # E: bare_io wrong-value
optional_string_io: Streams = {"optional": text_memory}
optional_none: Streams = {"optional": None}
optional_bytes_io: Streams = {"optional": binary_memory}  # E: optional wrong-value
either_string_io: Streams = {"either": text_memory}
either_bytes_io: Streams = {"either": binary_memory}
either_int: Streams = {"either": 1}  # E: either wrong-value
path_or_file_path: Streams = {"path_or_file": "a"}
path_or_file_file: Streams = {"path_or_file": text_file}
path_or_file_binary: Streams = {"path_or_file": binary_file}  # E: path_or_file wrong-value
string_io_string_io: Streams = {"string_io": text_memory}
string_io_file: Streams = {"string_io": text_file}  # E: string_io wrong-value
wrapper_file: Streams = {"wrapper": text_file}
wrapper_string_io: Streams = {"wrapper": text_memory}  # E: wrapper wrong-value
text_base_string_io: Streams = {"text_base": text_memory}
text_base_bytes_io: Streams = {"text_base": binary_memory}  # E: text_base wrong-value
raw_raw: Streams = {"raw": raw_file}
raw_buffered: Streams = {"raw": binary_file}  # E: raw wrong-value
buffered_bytes_io: Streams = {"buffered": binary_memory}
files: Streams = {"files": [text_memory, text_file]}
files_wrong: Streams = {"files": [text_memory, binary_memory]}  # E: files[1] wrong-value

# As attributes of records and behaviours


class Console(Protocol):
    out: TextIO

    def flush(self) -> None: ...


class Sink(Protocol):
    @property
    def target(self) -> BinaryIO: ...


@dataclass
class AConsole:
    out: Any

    def flush(self) -> None: ...


@dataclass
class ASink:
    target: BinaryIO


class TextSink:
    target = text_memory


class FileSink:
    target = binary_file


console: Console = AConsole(text_memory)
console_file: Console = AConsole(text_file)
console_binary: Console = AConsole(binary_memory)  # R: out wrong-value -- what is typed as Any is looked at
sink: Sink = ASink(binary_memory)
sink_file: Sink = FileSink()
sink_text: Sink = TextSink()  # E: target wrong-value

# In annotations


class Opens(Protocol):
    def open(self) -> TextIO: ...


class OpensBinary(Protocol):
    def open(self) -> BinaryIO: ...


class OpensText(Protocol):
    def open(self) -> IO[str]: ...


class Writes(Protocol):
    def write(self, file: TextIO, /) -> None: ...


class WritesText(Protocol):
    def write(self, file: IO[str], /) -> None: ...


class OpensStringIO:
    def open(self) -> io.StringIO:
        return text_memory


class OpensWrapper:
    def open(self) -> io.TextIOWrapper:
        return text_file


class OpensBytesIO:
    def open(self) -> io.BytesIO:
        return binary_memory


class OpensReader:
    def open(self) -> io.BufferedReader:
        return binary_file


class OpensTextIO:
    def open(self) -> TextIO:
        return text_memory


class OpensIOStr:
    def open(self) -> IO[str]:
        return text_memory


class OpensIOBytes:
    def open(self) -> IO[bytes]:
        return binary_memory


class OpensPath:
    def open(self) -> str:
        return "a"


opens_string_io: Opens = OpensStringIO()
opens_wrapper: Opens = OpensWrapper()
opens_text_io: Opens = OpensTextIO()
opens_io_str: Opens = OpensIOStr()  # E: open return-type
opens_bytes_io: Opens = OpensBytesIO()  # E: open return-type
opens_reader: Opens = OpensReader()  # E: open return-type
opens_path: Opens = OpensPath()  # E: open return-type
opens_binary_bytes_io: OpensBinary = OpensBytesIO()
opens_binary_reader: OpensBinary = OpensReader()
opens_binary_string_io: OpensBinary = OpensStringIO()  # E: open return-type
opens_text_string_io: OpensText = OpensStringIO()
opens_text_text_io: OpensText = OpensTextIO()
opens_text_wrapper: OpensText = OpensWrapper()
opens_text_io_bytes: OpensText = OpensIOBytes()  # E: open return-type
opens_text_bytes_io: OpensText = OpensBytesIO()  # E: open return-type


class WritesIOStr:
    def write(self, file: IO[str], /) -> None: ...


class WritesIOAny:
    def write(self, file: IO[Any], /) -> None: ...


class WritesTextIO:
    def write(self, file: TextIO, /) -> None: ...


class WritesIOBytes:
    def write(self, file: IO[bytes], /) -> None: ...


class WritesBinary:
    def write(self, file: BinaryIO, /) -> None: ...


class WritesStr:
    def write(self, file: str, /) -> None: ...


class WritesOwn(Generic[AnyStr]):
    def write(self, file: IO[AnyStr], /) -> None: ...


class WritesOwnText(WritesOwn[str]):
    pass


class WritesOwnBytes(WritesOwn[bytes]):
    pass


writes_io_str: Writes = WritesIOStr()
writes_io_any: Writes = WritesIOAny()
writes_text_io: Writes = WritesTextIO()
writes_io_bytes: Writes = WritesIOBytes()  # E: write parameter-type
writes_binary: Writes = WritesBinary()  # E: write parameter-type
writes_str: Writes = WritesStr()  # E: write parameter-type
writes_own: Writes = WritesOwnText()
writes_own_wrong: WritesText = WritesOwnBytes()  # E: write parameter-type

# The classes of io as implementations


class Reader(Protocol):
    def read(self, size: int = ..., /) -> str: ...


class ByteReader(Protocol):
    def read(self, size: int = ..., /) -> bytes: ...


class Closes(Protocol):
    def close(self) -> None: ...


class Seeks(Protocol):
    def seek(self, offset: int, whence: int = ..., /) -> int: ...

    def tell(self) -> int: ...


class Named(Protocol):
    @property
    def name(self) -> Any: ...


class Detaches(Protocol):
    def discard(self) -> None: ...


reader: Reader = text_memory
byte_reader: ByteReader = binary_memory
reader_binary: Reader = binary_memory  # S: built-in methods have no annotations
closes: Closes = text_file
closes_binary: Closes = raw_file
seeks: Seeks = binary_memory
named: Named = text_file
named_memory: Named = binary_memory  # R: name missing-property -- a file in memory has no name, whatever its stub says
detaches: Detaches = text_memory  # E: discard missing-member
