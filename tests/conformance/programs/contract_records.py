"""Records of the contract: what types cannot express of manifests, and what all of its records have in common."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

from latency_shim import (
    AgentUsage,
    BinderConfig,
    Branch,
    CommitQuery,
    DecisionRequest,
    DecisionSpec,
    ExplicitBinding,
    FacetKey,
    FacetProvider,
    FacetRegistration,
    FacetRequirement,
    InvokeOptions,
    Issue,
    IssueQuery,
    IssueSpec,
    IssueUpdate,
    PaginatedResult,
    PipelineRun,
    PluginManifest,
    RegistrationOptions,
    StreamChunk,
    WorkflowSpec,
)
from typing_extensions import NotRequired, TypedDict

# Ids and versions


def manifest(**values: Any) -> Any:
    """Return a manifest that is right but for these values."""
    return {"id": "a", "version": "1.0.0", "name": "A", "provides": [], "requires": [], **values}


minimal: PluginManifest = {"id": "a", "version": "1.0.0", "name": "A", "provides": [], "requires": []}
full: PluginManifest = {"id": "a", "version": "1.2.3", "name": "A", "description": "", "provides": [{"facet": "Cache", "qualifier": "disk", "priority": 10}], "requires": [{"facet": "Store", "optional": True}], "uses": [{"facet": "Logger", "qualifier": "json"}]}
scoped_id: PluginManifest = manifest(id="@scope/name")
empty_name: PluginManifest = manifest(name="")
empty_id: PluginManifest = {"id": "", "version": "1.0.0", "name": "A", "provides": [], "requires": []}  # R: id invalid-value -- an id is not empty
id_number: PluginManifest = {"id": 1, "version": "1.0.0", "name": "A", "provides": [], "requires": []}  # E: id wrong-value
id_missing: PluginManifest = {"version": "1.0.0", "name": "A", "provides": [], "requires": []}  # E: id missing-key
everything_missing: PluginManifest = {}  # E: id missing-key; version missing-key; name missing-key; provides missing-key; requires missing-key
unknown: PluginManifest = {"id": "a", "version": "1.0.0", "name": "A", "provides": [], "requires": [], "require": []}  # E: require unknown-key
version_zero: PluginManifest = manifest(version="0.0.0")
version_long: PluginManifest = manifest(version="10.20.30")
version_release_candidate: PluginManifest = manifest(version="1.0.0-rc.1+build.5")
version_alpha: PluginManifest = manifest(version="1.0.0-alpha.beta")
version_hyphens: PluginManifest = manifest(version="1.0.0---a-b.1")
version_build: PluginManifest = manifest(version="1.0.0+001")
version_latest: PluginManifest = {"id": "a", "version": "latest", "name": "A", "provides": [], "requires": []}  # R: version invalid-value -- no semantic version
version_two_parts: PluginManifest = {"id": "a", "version": "1.0", "name": "A", "provides": [], "requires": []}  # R: version invalid-value -- no semantic version
version_one_part: PluginManifest = manifest(version="1")  # R: version invalid-value -- no semantic version
version_four_parts: PluginManifest = manifest(version="1.0.0.0")  # R: version invalid-value -- no semantic version
version_v: PluginManifest = {"id": "a", "version": "v1.0.0", "name": "A", "provides": [], "requires": []}  # R: version invalid-value -- no semantic version
version_empty: PluginManifest = manifest(version="")  # R: version invalid-value -- no semantic version
version_space: PluginManifest = manifest(version=" 1.0.0")  # R: version invalid-value -- no semantic version
version_line: PluginManifest = manifest(version="1.0.0\n")  # R: version invalid-value -- no semantic version
version_leading_zero: PluginManifest = manifest(version="01.0.0")  # R: version invalid-value -- no semantic version
version_empty_suffix: PluginManifest = manifest(version="1.0.0-")  # R: version invalid-value -- no semantic version
version_suffix_zero: PluginManifest = manifest(version="1.0.0-01")  # R: version invalid-value -- no semantic version
version_suffix_dots: PluginManifest = manifest(version="1.0.0-a..b")  # R: version invalid-value -- no semantic version
version_letters: PluginManifest = manifest(version="1.0.x")  # R: version invalid-value -- no semantic version
version_python: PluginManifest = manifest(version="1.0.0rc1")  # R: version invalid-value -- no semantic version
version_digits: PluginManifest = manifest(version="1.0.\u0663")  # R: version invalid-value -- no semantic version
version_number: PluginManifest = {"id": "a", "version": 1.0, "name": "A", "provides": [], "requires": []}  # E: version wrong-value
version_none: PluginManifest = {"id": "a", "version": None, "name": "A", "provides": [], "requires": []}  # E: version wrong-value
several: PluginManifest = {"id": "", "version": "latest", "name": "A", "provides": [{"facet": "", "priority": -1}], "requires": []}  # R: id invalid-value; version invalid-value; provides[0].facet invalid-value; provides[0].priority invalid-value -- each is told

# Facets and priorities, in manifests and alone


class Cache(Protocol):
    def look_up(self, key: str, /) -> bytes | None: ...


CACHE = FacetKey("Cache", Cache)

facet_empty: PluginManifest = manifest(provides=[{"facet": ""}])  # R: provides[0].facet invalid-value -- a facet has a name
requires_empty: PluginManifest = manifest(requires=[{"facet": "A"}, {"facet": ""}])  # R: requires[1].facet invalid-value -- a facet has a name
uses_empty: PluginManifest = manifest(uses=[{"facet": ""}])  # R: uses[0].facet invalid-value -- a facet has a name
facet_number: PluginManifest = {"id": "a", "version": "1.0.0", "name": "A", "provides": [{"facet": 1}], "requires": []}  # E: provides[0].facet wrong-value
facet_missing: PluginManifest = {"id": "a", "version": "1.0.0", "name": "A", "provides": [{}], "requires": []}  # E: provides[0].facet missing-key
facet_key: PluginManifest = {"id": "a", "version": "1.0.0", "name": "A", "provides": [{"facet": CACHE}], "requires": [{"facet": CACHE}]}
provides_optional: PluginManifest = {"id": "a", "version": "1.0.0", "name": "A", "provides": [{"facet": "A", "optional": True}], "requires": []}  # E: provides[0].optional unknown-key
requires_priority: PluginManifest = {"id": "a", "version": "1.0.0", "name": "A", "provides": [], "requires": [{"facet": "A", "priority": 1}]}  # E: requires[0].priority unknown-key
priority_zero: PluginManifest = manifest(provides=[{"facet": "A", "priority": 0}])
priority_negative: PluginManifest = {"id": "a", "version": "1.0.0", "name": "A", "provides": [{"facet": "A"}, {"facet": "B", "priority": -1}], "requires": []}  # R: provides[1].priority invalid-value -- a manifest's priority is not negative
priority_float: PluginManifest = {"id": "a", "version": "1.0.0", "name": "A", "provides": [{"facet": "A", "priority": 1.5}], "requires": []}  # E: provides[0].priority wrong-value
priority_negative_float: PluginManifest = {"id": "a", "version": "1.0.0", "name": "A", "provides": [{"facet": "A", "priority": -1.5}], "requires": []}  # E: provides[0].priority wrong-value
priority_bool: PluginManifest = manifest(provides=[{"facet": "A", "priority": True}])  # R: provides[0].priority wrong-value -- a bool is no int here
priority_none: PluginManifest = {"id": "a", "version": "1.0.0", "name": "A", "provides": [{"facet": "A", "priority": None}], "requires": []}  # E: provides[0].priority none-for-absent-key
provider: FacetProvider = {"facet": "A", "priority": 1}
provider_empty: FacetProvider = {"facet": ""}  # R: facet invalid-value -- a facet has a name
provider_negative: FacetProvider = {"facet": "A", "priority": -5}  # R: priority invalid-value -- a manifest's priority is not negative
requirement: FacetRequirement = {"facet": "A", "optional": False}
requirement_empty: FacetRequirement = {"facet": ""}  # R: facet invalid-value -- a facet has a name
requirement_int: FacetRequirement = {"facet": "A", "optional": 1}  # E: optional wrong-value
registration_negative: RegistrationOptions = {"priority": -1}

# The same (facet, qualifier) twice in `provides`


different_facets: PluginManifest = manifest(provides=[{"facet": "A"}, {"facet": "B"}])
different_qualifiers: PluginManifest = manifest(provides=[{"facet": "A", "qualifier": "a"}, {"facet": "A", "qualifier": "b"}])
with_and_without: PluginManifest = manifest(provides=[{"facet": "A"}, {"facet": "A", "qualifier": "a"}])
case_differs: PluginManifest = manifest(provides=[{"facet": "A"}, {"facet": "a"}])
same_facet: PluginManifest = {"id": "a", "version": "1.0.0", "name": "A", "provides": [{"facet": "A"}, {"facet": "A"}], "requires": []}  # R: provides[1] duplicate-value -- each at most once
same_both: PluginManifest = manifest(provides=[{"facet": "A", "qualifier": "a"}, {"facet": "B"}, {"facet": "A", "qualifier": "a"}])  # R: provides[2] duplicate-value -- each at most once
same_priorities_differ: PluginManifest = manifest(provides=[{"facet": "A", "priority": 1}, {"facet": "A", "priority": 2}])  # R: provides[1] duplicate-value -- each at most once
same_thrice: PluginManifest = manifest(provides=[{"facet": "A"}, {"facet": "A"}, {"facet": "A"}])  # R: provides[1] duplicate-value; provides[2] duplicate-value -- each at most once
same_by_key: PluginManifest = manifest(provides=[{"facet": "Cache"}, {"facet": CACHE}])  # R: provides[1] duplicate-value -- a key is its name
same_in_tuple: PluginManifest = manifest(provides=({"facet": "A"}, {"facet": "A"}))  # R: provides[1] duplicate-value -- each at most once
same_required: PluginManifest = manifest(requires=[{"facet": "A"}, {"facet": "A"}], uses=[{"facet": "A"}])
same_wrong: PluginManifest = manifest(provides=[{"facet": 1}, {"facet": 1}])  # R: provides[0].facet wrong-value; provides[1].facet wrong-value -- what is typed as Any is looked at
provides_and_requires: PluginManifest = manifest(provides=[{"facet": "A"}], requires=[{"facet": "A"}])

# Lists, and dictionaries that are none


provides_tuple: PluginManifest = manifest(provides=({"facet": "A"},))
provides_text: PluginManifest = {"id": "a", "version": "1.0.0", "name": "A", "provides": "A", "requires": []}  # E: provides wrong-value
provides_texts: PluginManifest = {"id": "a", "version": "1.0.0", "name": "A", "provides": ["A"], "requires": []}  # E: provides[0] wrong-value
provides_dict: PluginManifest = {"id": "a", "version": "1.0.0", "name": "A", "provides": {"facet": "A"}, "requires": []}  # E: provides wrong-value
requires_none: PluginManifest = {"id": "a", "version": "1.0.0", "name": "A", "provides": [], "requires": None}  # E: requires wrong-value
uses_none: PluginManifest = {"id": "a", "version": "1.0.0", "name": "A", "provides": [], "requires": [], "uses": None}  # E: uses none-for-absent-key
proxy: PluginManifest = MappingProxyType(manifest())  # E: . wrong-value
listed: PluginManifest = [manifest()]  # E: . wrong-value


class Bundle(TypedDict):
    manifest: PluginManifest
    others: NotRequired[list[PluginManifest]]


class Own(TypedDict):
    """A record of somebody else, to whose keys the contract's rules do not apply."""

    id: str
    version: str
    priority: int


class HasManifest(Protocol):
    @property
    def manifest(self) -> PluginManifest: ...


@dataclass
class Holder:
    manifest: Any


bundle: Bundle = {"manifest": manifest(), "others": [manifest(id="b")]}
bundle_wrong: Bundle = {"manifest": manifest(id=""), "others": [manifest(), manifest(version="2")]}  # R: manifest.id invalid-value; others[1].version invalid-value -- the rules hold wherever a manifest stands
own: Own = {"id": "", "version": "latest", "priority": -1}
holder: HasManifest = Holder(manifest())
holder_wrong: HasManifest = Holder(manifest(provides=[{"facet": "A"}, {"facet": "A"}]))  # R: manifest.provides[1] duplicate-value -- the rules hold wherever a manifest stands

# Other records that callers write


spec: IssueSpec = {"title": "a", "labels": ["b"], "assignees": ()}
spec_labels_text: IssueSpec = {"title": "a", "labels": "bug"}  # R: labels wrong-value -- a text is no sequence of texts here
spec_labels_wrong: IssueSpec = {"title": "a", "labels": ["b", 1]}  # E: labels[1] wrong-value
spec_missing: IssueSpec = {"labels": []}  # E: title missing-key
update: IssueUpdate = {}
update_state: IssueUpdate = {"state": "all"}  # E: state wrong-literal
query: IssueQuery = {"state": "all", "limit": 1, "offset": 0}
query_limit: IssueQuery = {"limit": "1"}  # E: limit wrong-value
query_bool: IssueQuery = {"limit": True}  # R: limit wrong-value -- a bool is no int here
since: CommitQuery = {"since": datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)}
since_naive: CommitQuery = {"since": datetime.datetime(2026, 1, 1)}  # R: since wrong-value -- a point in time of the contract has a timezone
since_date: CommitQuery = {"since": datetime.date(2026, 1, 1)}  # E: since wrong-value
binding: ExplicitBinding = {"plugin": "a", "facet": "b", "qualifier": "c"}
binding_missing: ExplicitBinding = {"plugin": "a", "facet": "b"}  # E: qualifier missing-key
config: BinderConfig = {"resolution_strategy": "first"}
config_wrong: BinderConfig = {"resolution_strategy": "last"}  # E: resolution_strategy wrong-literal
request: DecisionRequest = {"type": "choice", "prompt": "a", "options": ["b"], "context": object()}
request_options: DecisionRequest = {"type": "choice", "prompt": "a", "options": [1]}  # E: options[0] wrong-value
decision: DecisionSpec = {"title": "a", "description": "b", "options": [{"label": "c"}], "urgency": "low"}
decision_option: DecisionSpec = {"title": "a", "description": "b", "options": [{"label": "c"}, {"name": "d"}], "urgency": "low"}  # E: options[1].label missing-key; options[1].name unknown-key
decision_deadline: DecisionSpec = {"title": "a", "description": "b", "options": [], "urgency": "low", "deadline": datetime.datetime(2026, 1, 1)}  # R: deadline wrong-value -- a point in time of the contract has a timezone
workflow: WorkflowSpec = {"name": "a", "steps": [{"id": "1", "name": "b", "depends_on": ["0"]}]}
workflow_step: WorkflowSpec = {"name": "a", "steps": [{"id": "1", "name": "b", "depends_on": "0"}]}  # R: steps[0].depends_on wrong-value -- a text is no sequence of texts here
invoke: InvokeOptions = {"timeout_ms": 1, "metadata": {"a": 1}}
invoke_timeout: InvokeOptions = {"timeout_ms": "1"}  # E: timeout_ms wrong-value
invoke_metadata: InvokeOptions = {"metadata": {1: 1}}  # E: metadata[1] wrong-value
invoke_signal: InvokeOptions = {"signal": object()}  # E: signal.is_set missing-member; signal.wait missing-member

# Records that implementations make


NOW = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
NAIVE = datetime.datetime(2026, 1, 1)


@dataclass(frozen=True)
class AnIssue:
    id: str = "1"
    title: str = "a"
    body: str = ""
    state: Any = "open"
    labels: Sequence[str] = ()
    assignees: Sequence[str] = ()
    created_at: datetime.datetime = NOW
    updated_at: datetime.datetime = NOW


@dataclass
class APage:
    items: Any
    total: Any = 1
    has_more: Any = False


class ABranch(NamedTuple):
    name: str
    head: str
    is_default: bool
    created_at: datetime.datetime


@dataclass
class ARun:
    id: str = "1"
    pipeline_id: str = "2"
    status: Any = "running"
    created_at: datetime.datetime = NOW
    started_at: datetime.datetime | None = None
    completed_at: datetime.datetime | None = None
    logs_url: str | None = None


class LazyUsage:
    @property
    def input_tokens(self) -> int | None:
        return 1

    @property
    def output_tokens(self) -> int:
        return 2


class MethodUsage:
    def input_tokens(self) -> int | None:
        return 1

    output_tokens = 1


@dataclass
class AChunk:
    text: str
    metadata: Any = None


@dataclass
class ARegistration:
    facet: str = "A"
    qualifier: str | None = None
    priority: Any = 0
    metadata: dict[str, object] | None = field(default_factory=dict)


issue: Issue = AnIssue()
issue_state: Issue = AnIssue(state="done")  # R: state wrong-literal -- what is typed as Any is looked at
issue_labels: Issue = AnIssue(labels="bug")  # R: labels wrong-value -- a text is no sequence of texts here
issue_naive: Issue = AnIssue(created_at=NAIVE)  # R: created_at wrong-value -- a point in time of the contract has a timezone
issue_nothing: Issue = object()  # E: id missing-property; title missing-property; body missing-property; state missing-property; labels missing-property; assignees missing-property; created_at missing-property; updated_at missing-property
page: PaginatedResult[Issue] = APage([AnIssue()])
page_item: PaginatedResult[Issue] = APage([AnIssue(), AnIssue(state=1)])  # R: items[1].state wrong-literal -- what is typed as Any is looked at
page_item_none: PaginatedResult[Issue] = APage([None])  # R: items[0] wrong-object -- what is typed as Any is looked at
page_total: PaginatedResult[Issue] = APage([], total=True)  # R: total wrong-value -- a bool is no int here
page_naive: PaginatedResult[Issue] = APage([AnIssue(updated_at=NAIVE)])  # R: items[0].updated_at wrong-value -- a point in time of the contract has a timezone
page_text: PaginatedResult[str] = APage("ab")  # R: items wrong-value -- a text is no sequence of texts here
branch: Branch = ABranch("a", "b", True, NOW)
branch_naive: Branch = ABranch("a", "b", True, NAIVE)  # R: created_at wrong-value -- a point in time of the contract has a timezone
run: PipelineRun = ARun()
run_started: PipelineRun = ARun(started_at=NAIVE)  # R: started_at wrong-value -- a point in time of the contract has a timezone
run_status: PipelineRun = ARun(status="done")  # R: status wrong-literal -- what is typed as Any is looked at
usage: AgentUsage = LazyUsage()
usage_method: AgentUsage = MethodUsage()  # E: input_tokens method-for-data
chunk: StreamChunk = AChunk("a", {"b": 1})
chunk_metadata: StreamChunk = AChunk("a", [1])  # R: metadata wrong-value -- what is typed as Any is looked at
registration: FacetRegistration = ARegistration(priority=-1)
registration_priority: FacetRegistration = ARegistration(priority="1")  # R: priority wrong-value -- what is typed as Any is looked at
registration_dict: FacetRegistration = {"facet": "A", "qualifier": None, "priority": 0, "metadata": None}  # E: facet missing-property; qualifier missing-property; priority missing-property; metadata missing-property
