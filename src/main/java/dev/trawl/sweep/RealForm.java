package dev.trawl.sweep;

import java.util.List;

/**
 * A number of finite size.
 *
 * @param zero whether 0 is allowed; nothing below it is
 */
record RealForm(boolean zero) implements Form<Double> {

    @Override
    public String type() {
        return "number";
    }

    @Override
    public String range() {
        return zero ? "0 or more" : "above 0";
    }

    @Override
    public List<Double> read(Json json, Problems problems) {
        if (json instanceof Json.Number number) {
            double value = Double.parseDouble(number.text());
            if (Double.isFinite(value) && (value > 0 || zero && value == 0)) {
                return List.of(Math.abs(value)); // -0 is 0
            }
        }
        problems.misfit(json, expected());
        return List.of();
    }

    @Override
    public String json(Double value) {
        return JsonText.number(value);
    }
}
