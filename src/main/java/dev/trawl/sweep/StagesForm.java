package dev.trawl.sweep;

import dev.trawl.trial.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The list of stages that each trial is taken through: one value, in the order of {@link Stage}. */
record StagesForm() implements Form<List<Stage>> {

    private static final WordForm<Stage> STAGE = new WordForm<>(List.of(Stage.values()), Stage::key);

    @Override
    public String type() {
        return "list of words";
    }

    @Override
    public String range() {
        return Arrays.stream(Stage.values()).map(Stage::key).collect(Collectors.joining(", "));
    }

    @Override
    public boolean takesLists() {
        return true;
    }

    @Override
    public List<List<Stage>> read(Json json, Problems problems) {
        if (!(json instanceof Json.Items items) || items.values().isEmpty()) {
            problems.misfit(json, "a list of stages, like [\"dense\", \"cpna_hidden\"]");
            return List.of();
        }
        List<Stage> stages = new ArrayList<>();
        for (Json item : items.values()) {
            List<Stage> stage = STAGE.read(item, problems);
            if (stages.removeAll(stage)) {
                problems.add(item.place(), item.shown() + " is given twice");
            }
            stages.addAll(stage);
        }
        return stages.size() == items.values().size()
                ? List.of(stages.stream().sorted().toList())
                : List.of();
    }

    @Override
    public String json(List<Stage> value) {
        return value.stream().map(STAGE::json).collect(Collectors.joining(", ", "[", "]"));
    }
}
