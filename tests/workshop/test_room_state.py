"""What whoever leads can do, over all sequences: a state that makes no sense cannot come about."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.budget import examples
from workshop.plan import SMALLEST_GROUP, plan_of
from workshop.room_errors import PlanError, StepError
from workshop.room_state import DOES, RoomState, after, stages_of
from workshop.script import KINDS, QUESTIONS, SOURCE, STAGES, steps_of

NOW = "2026-01-31T20:00:00+00:00"
PLAN = plan_of({"title": "Een avond", "asks_who": True})


def led(*commands: str | tuple[str, dict], plan=PLAN) -> RoomState:
    state = RoomState()
    for command in commands:
        name, detail = command if isinstance(command, tuple) else (command, {})
        state = after(plan, state, name, detail, NOW)
    return state


def test_the_usual_evening_goes_through_its_script():
    state = led("begin")
    passed = [state.here(PLAN).id]
    while state.step + 1 < len(PLAN.steps):
        state = after(PLAN, state, "next", {}, NOW)
        passed.append(state.here(PLAN).id)
    assert passed == [
        "walk_in", "frame", "facts", "gut", "weigh", "values", "outcome", "second", "shift", "record",
    ]  # fmt: skip
    with pytest.raises(StepError):
        after(PLAN, state, "next", {}, NOW)


def test_nothing_is_shown_while_its_question_is_open_or_was_never_asked():
    at_weigh = ("begin", ("jump", {"step": "weigh"}))
    reveal = ("reveal", {"stage": "agreement"})
    for commands in (at_weigh, (*at_weigh, "open")):
        with pytest.raises(StepError) as refused:
            led(*commands, reveal)
        assert refused.value.text.key == "room.close_first"
    state = led(*at_weigh, "open", "close", reveal)
    assert state.shown == ("agreement",)
    assert after(PLAN, state, "open", {}, NOW).shown == ()


def test_opening_the_first_round_again_hides_what_lays_the_second_beside_it():
    state = RoomState(phase="live", asked={"weigh": "closed", "second": "closed"}, step=4)
    for stage in ("agreement", "shift_themes"):
        state = after(PLAN, state, "reveal", {"stage": stage}, NOW)
    assert after(PLAN, state, "reset", {"question": "second"}, NOW).shown == ("agreement",)
    assert after(PLAN, state, "open", {"question": "weigh"}, NOW).shown == ()


COMMANDS = some.one_of(
    some.tuples(some.sampled_from(sorted(DOES)), some.just({})),
    some.tuples(some.just("jump"), some.builds(lambda step: {"step": step.id}, some.sampled_from(PLAN.steps))),
    some.tuples(
        some.sampled_from(["open", "close", "reset"]),
        some.builds(lambda question: {"question": question}, some.sampled_from(QUESTIONS)),
    ),
    some.tuples(
        some.sampled_from(["reveal", "hide"]), some.builds(lambda stage: {"stage": stage}, some.sampled_from(STAGES))
    ),
    some.tuples(some.just("page"), some.builds(lambda page: {"page": page}, some.integers(-2, 120))),
    some.tuples(some.just("timer"), some.builds(lambda time: {"minutes": time}, some.floats())),
)


@given(kind=some.sampled_from(KINDS), commands=some.lists(COMMANDS, max_size=40))
@examples(60, 2000)
def test_whatever_is_pressed_no_open_question_is_shown_and_every_state_can_be_kept(kind, commands):
    plan = plan_of({"title": "Een avond", "kind": kind, "asks_who": True})
    state = RoomState()
    for command, detail in commands:
        try:
            state = after(plan, state, command, detail, NOW)
        except StepError:
            continue
        assert not [stage for stage in state.shown if state.standing(SOURCE[stage]) != "closed"]
        assert set(state.shown) <= set(stages_of(plan))
        assert set(state.asked) <= set(plan.asked)
        assert 0 <= state.step < len(plan.steps)
        assert RoomState.model_validate_json(state.model_dump_json()) == state


def test_undo_swaps_what_was_tried_with_what_was_tried_before():
    one, two = {"points": {"a": 100}}, {"points": {"a": 100, "b": 20}}
    state = led("begin", ("what_if", one), ("what_if", two))
    back = after(PLAN, state, "undo", {}, NOW)
    assert (back.what_if, back.what_if_before) == (state.what_if_before, state.what_if)
    assert after(PLAN, back, "clear", {}, NOW).what_if is None
    for wrong in ({}, {"points": {"a": 101}}, {"points": {"a": "x"}}, {"points": [], "more": 1}):
        with pytest.raises(StepError):
            after(PLAN, state, "what_if", wrong, NOW)


def test_a_timer_closes_nothing():
    state = led("begin", ("jump", {"step": "weigh"}), "open", ("timer", {"minutes": 5}))
    assert state.timer_ends == "2026-01-31T20:05:00+00:00"
    assert state.standing("weigh") == "open"
    assert after(PLAN, state, "next", {}, NOW).standing("weigh") == "open"


def test_what_needs_a_left_out_step_goes_with_it():
    plan = plan_of({"title": "Kort", "left_out": ["gut", "second", "walk_in"]})
    assert {"gut", "second"} & set(plan.asked) == set()
    assert "walk_in" in [step.id for step in plan.steps]
    assert not {"gut", "shift_themes", "shift_outcome"} & set(stages_of(plan))


@pytest.mark.parametrize(
    ("wrong", "part"),
    [
        ({"smallest_group": SMALLEST_GROUP - 1}, "smallest_group"),
        ({"days_kept": 0}, "days_kept"),
        ({"languages": []}, "languages"),
        ({"languages": ["nl", "nl"]}, "languages"),
        ({"languages": ["xx"]}, "languages"),
        ({"joining": "tables"}, "tables"),
        ({"left_out": ["name"]}, "left_out"),
        ({"title": ""}, "title"),
        ({"strange": 1}, "strange"),
        ({"kind": "party"}, "kind"),
        ({"shares": {"age": {"65_up": 140}}}, "shares.age.65_up"),
    ],
)
def test_a_plan_that_cannot_be_names_the_part(wrong, part):
    with pytest.raises(PlanError) as refused:
        plan_of({"title": "Een avond", **wrong})
    assert refused.value.part == part


def test_every_stage_has_one_question_that_its_script_asks():
    for kind in KINDS:
        steps = steps_of(kind)
        asked = {step.question for step in steps}
        assert {SOURCE[stage] for step in steps for stage in step.stages} <= asked, kind
