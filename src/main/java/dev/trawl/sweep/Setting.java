package dev.trawl.sweep;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.jspecify.annotations.Nullable;

/**
 * One key of {@code defaults} and of a grid.
 *
 * <p>A name with a dot is a key inside an object: {@code epochs.dense} is written {@code "epochs": {"dense": 400}}.
 */
public final class Setting<T> {

    private final String name;
    private final String standard;
    private final String meaning;
    private final Form<T> form;

    Setting(String name, Form<T> form, String standard, String meaning) {
        this.name = name;
        this.form = form;
        this.standard = standard;
        this.meaning = meaning;
    }

    public String name() {
        return name;
    }

    /** {@code whole number}. */
    public String type() {
        return form.type();
    }

    /** {@code 1 or more}; empty for any value of the type. */
    public String range() {
        return form.range();
    }

    /** The default as JSON; empty where a value must be given. */
    public String standard() {
        return standard;
    }

    /** One line. */
    public String meaning() {
        return meaning;
    }

    Form<T> form() {
        return form;
    }

    /** The default; null where a value must be given. */
    @Nullable
    Json standardJson() {
        if (standard.isEmpty()) {
            return null;
        }
        try {
            return JsonReader.read(standard, line -> "default", name, new Problems());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the default of " + name + " is no JSON: " + standard, e);
        }
    }

    /** {@code epochs} of {@code epochs.dense}; the name itself where it has no dot. */
    String root() {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** {@code dense} of {@code epochs.dense}; the name itself where it has no dot. */
    String leaf() {
        return name.substring(name.indexOf('.') + 1);
    }

    boolean nested() {
        return !root().equals(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
