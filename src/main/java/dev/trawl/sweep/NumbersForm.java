package dev.trawl.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Whole numbers, ranges and lists of both, kept as ranges: each combination of the other settings has all of them. */
record NumbersForm() implements Form<Numbers> {

    /** The largest whole number that a double, and so any notebook, holds exactly with all below it. */
    private static final long MOST = (1L << 53) - 1;

    @Override
    public String type() {
        return "whole number";
    }

    @Override
    public String range() {
        return "0 or more";
    }

    @Override
    public boolean takesLists() {
        return true;
    }

    @Override
    public List<Numbers> read(Json json, Problems problems) {
        List<Json> items = json instanceof Json.Items list ? list.values() : List.of(json);
        List<Span> spans = new ArrayList<>();
        for (Json item : items) {
            WholeForm.span(item, 0, MOST, problems, expected()).ifPresent(spans::add);
        }
        if (items.isEmpty()) {
            problems.misfit(json, expected());
        }
        if (spans.isEmpty() || spans.size() < items.size()) {
            return List.of();
        }
        OptionalLong twice = Numbers.firstTwice(spans);
        if (twice.isPresent()) {
            problems.add(json.place(), twice.getAsLong() + " is given twice in " + json.shown());
            return List.of();
        }
        return List.of(new Numbers(spans));
    }

    @Override
    public String json(Numbers value) {
        return value.json();
    }
}
