package dev.trawl.sql;

/** The {@code .sql} files of {@code resources/sql}, by their path without the ending. */
final class Sql {

    private Sql() {}

    static String read(String name) {
        return TextResource.read("/sql/" + name + ".sql");
    }
}
