package dev.trawl.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The names of a CSV file's columns: what its first line says, or else their numbers, from 1. */
final class CsvNames {

    private final TextFile file;
    private final String[] first; // fields of the file
    private final List<String> names;

    private CsvNames(TextFile file, String[] first, List<String> names) {
        this.file = file;
        this.first = first;
        this.names = names;
    }

    /** @param first fields of the file, which are the names if it has a {@code header} */
    static CsvNames of(TextFile file, boolean header, String[] first) {
        return new CsvNames(
                file,
                first,
                header
                        ? Arrays.asList(first)
                        : IntStream.rangeClosed(1, first.length)
                                .mapToObj(String::valueOf)
                                .toList());
    }

    int count() {
        return names.size();
    }

    String of(int index) {
        return names.get(index);
    }

    /** What a message calls a column, and a sweep file may: its name, or its number where it has none of its own. */
    String called(int index) {
        String name = of(index);
        return name.isBlank() || names.indexOf(name) != names.lastIndexOf(name) ? String.valueOf(index + 1) : name;
    }

    /** How a sweep file leaves the column out. */
    String drop(int index) {
        return "\"drop\": [\"" + called(index) + "\"]";
    }

    /** Whether {@code column}, a name or number, is the one at {@code index}. */
    boolean isMeant(String column, int index) {
        return column.equals(of(index)) || names.indexOf(column) < 0 && column.equals(String.valueOf(index + 1));
    }

    /**
     * From 0, of the column that is called {@code column}, or else has this number.
     *
     * @param use what it is wanted for, as a message has it that says there is none: {@code for the label}
     */
    int index(String column, String use) {
        int named = names.indexOf(column);
        if (named != names.lastIndexOf(column)) {
            throw file.damaged("has two columns \"" + column + "\": name the one " + use + " by its number, from 1");
        }
        if (named >= 0) {
            return named;
        }
        if (column.matches("[0-9]{1,6}") && Integer.parseInt(column) >= 1 && Integer.parseInt(column) <= count()) {
            return Integer.parseInt(column) - 1;
        }
        throw file.damaged("has no column \"" + column + "\" " + use + "; there are " + names + separatorHint());
    }

    @Override
    public String toString() {
        return names.toString();
    }

    /** Empty, or that fields seem to stand between something else than commas. */
    private String separatorHint() {
        if (count() == 1 && (first[0].contains(";") || first[0].contains("\t"))) {
            return "; fields stand between commas, not " + (first[0].contains(";") ? "semicolons" : "tabs");
        }
        return "";
    }
}
