package dev.trawl.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A number a layer: {@code 2048} for one layer, {@code "512x64"} for two.
 *
 * @param none whether 0 is allowed and means no layer
 */
record LayersForm(boolean none) implements Form<List<Integer>> {

    private static final Pattern SEVERAL = Pattern.compile("[1-9]\\d{0,8}(x[1-9]\\d{0,8})+");

    @Override
    public String type() {
        return "whole number, or several like \"512x64\"";
    }

    @Override
    public String range() {
        return none ? "1 or more, or 0 for no pruning" : "1 or more";
    }

    @Override
    public List<List<Integer>> read(Json json, Problems problems) {
        if (json instanceof Json.Text text && SEVERAL.matcher(text.value()).matches()) {
            return List.of(
                    Arrays.stream(text.value().split("x")).map(Integer::valueOf).toList());
        }
        if (none && json instanceof Json.Number number && number.text().equals("0")) {
            return List.of(List.of());
        }
        return WholeForm.spanned(json, 1, problems, expected()).stream()
                .map(List::of)
                .toList();
    }

    @Override
    public String json(List<Integer> value) {
        String joined = value.stream().map(String::valueOf).collect(Collectors.joining("x"));
        return switch (value.size()) {
            case 0 -> "0";
            case 1 -> joined;
            default -> JsonText.quoted(joined);
        };
    }
}
