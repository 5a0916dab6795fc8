package dev.trawl.sweep;

import java.util.List;

/** What {@code data} may say: a word for each kind of data set. */
record DataForm() implements Form<DataChoice> {

    private static final WordForm<DataChoice> WORD = new WordForm<>(List.of(DataChoice.XOR), DataChoice::key);

    @Override
    public String type() {
        return "data set";
    }

    @Override
    public String range() {
        return WORD.range();
    }

    @Override
    public List<DataChoice> read(Json json, Problems problems) {
        return WORD.read(json, problems);
    }

    @Override
    public String json(DataChoice value) {
        return WORD.json(value);
    }
}
