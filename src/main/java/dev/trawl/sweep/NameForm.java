package dev.trawl.sweep;

import java.util.List;

/** A short name, or none. */
record NameForm() implements Form<String> {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}|";

    @Override
    public String type() {
        return "name";
    }

    @Override
    public String range() {
        return "letters, digits, \"-\", \"_\" and \".\"";
    }

    /** A grid has one name: with several its trials would be there several times. */
    @Override
    public boolean takesLists() {
        return true;
    }

    @Override
    public List<String> read(Json json, Problems problems) {
        if (json instanceof Json.Text text && text.value().matches(NAME)) {
            return List.of(text.value());
        }
        problems.misfit(json, expected());
        return List.of();
    }

    @Override
    public String json(String value) {
        return JsonText.quoted(value);
    }
}
