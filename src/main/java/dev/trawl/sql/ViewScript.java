package dev.trawl.sql;

import dev.trawl.store.ResultFolder;
import dev.trawl.store.ResultStore;
import dev.trawl.store.RowFormat;
import dev.trawl.store.Segments;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The views of a result directory as SQL statements, for other programs that read Parquet. */
public final class ViewScript {

    /** Whose SQL it is. */
    public enum Dialect {
        SPARK,
        DUCKDB
    }

    /** What the derived views call that DuckDB has under other names. */
    private static final List<String> DUCKDB_MACROS = List.of(
            "CREATE OR REPLACE TEMPORARY MACRO nanvl(a, b) AS CASE WHEN isnan(a) THEN b ELSE a END",
            "CREATE OR REPLACE TEMPORARY MACRO format_number(x, pattern) AS"
                    + " rtrim(rtrim(format('{:.12f}', x), '0'), '.')");

    private final ResultFolder folder;
    private final Dialect dialect;

    private ViewScript(ResultFolder folder, Dialect dialect) {
        this.folder = folder;
        this.dialect = dialect;
    }

    /** Statements that end with a semicolon; those of {@link Views}, in the same order, one a view. */
    public static String of(String dir, Configuration configuration, Dialect dialect) {
        var store = ResultStore.at(dir, configuration);
        store.requireFinished();
        return new ViewScript(store.folder(), dialect).script();
    }

    private String script() {
        var script = new StringBuilder();
        if (dialect == Dialect.DUCKDB) {
            DUCKDB_MACROS.forEach(macro -> script.append(macro).append(";\n"));
        }
        for (RowFormat format : List.of(RowFormat.TRIALS, RowFormat.CURVES)) {
            segments(script, format);
        }
        for (String name : Views.DERIVED) {
            view(script, name, derived(name));
        }
        for (String name : Tables.NAMES) {
            String file = TableFiles.file(name, "parquet");
            if (folder.exists(file)) {
                view(script, name, parquet(folder.path(file)));
            }
        }
        view(script, "columns", columns());
        return script.toString();
    }

    private void view(StringBuilder script, String name, String query) {
        create(script, name, " AS\n" + query);
    }

    private static void create(StringBuilder script, String name, String definition) {
        script.append("CREATE OR REPLACE TEMPORARY VIEW ")
                .append(name)
                .append(definition)
                .append(";\n");
    }

    /** With all columns: files that an older version wrote may lack some, and then those are null. */
    private void segments(StringBuilder script, RowFormat format) {
        Path files = folder.path(format.folder() + "/" + Segments.GLOB);
        if (new Segments(folder).list(format).isEmpty()) {
            view(script, format.folder(), noRows(format));
        } else if (dialect == Dialect.DUCKDB) {
            view(
                    script,
                    format.folder(),
                    "SELECT * FROM read_parquet(" + quoted(address(files))
                            + ", union_by_name = true)\nUNION ALL BY NAME " + noRows(format));
        } else {
            String columns = SparkTypes.of(format).toDDL();
            create(
                    script,
                    format.folder(),
                    " (" + columns + ")\nUSING parquet OPTIONS (path " + quoted(files.toString()) + ")");
        }
    }

    private static String noRows(RowFormat format) {
        return format.fields().stream()
                .map(field -> "CAST(NULL AS " + SparkTypes.type(field.type()).sql() + ") AS " + field.name())
                .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
    }

    private String parquet(Path path) {
        return dialect == Dialect.DUCKDB
                ? "SELECT * FROM read_parquet(" + quoted(address(path)) + ")"
                : "SELECT * FROM parquet.`" + path.toString().replace("`", "``") + "`";
    }

    /** DuckDB takes a file's URI for a name. */
    private static String address(Path path) {
        return "file".equals(path.toUri().getScheme()) ? path.toUri().getPath() : path.toString();
    }

    private String derived(String name) {
        String query = Sql.read("views/" + name)
                .lines()
                .filter(line -> !line.strip().startsWith("--"))
                .collect(Collectors.joining("\n"));
        if (dialect == Dialect.SPARK) {
            return query;
        }
        // DuckDB's struct() has no names for its fields; an expression among them must do without commas and brackets.
        int from = query.indexOf("struct(");
        if (from < 0) {
            return query;
        }
        int to = query.indexOf(')', from);
        String fields = Arrays.stream(
                        query.substring(from + "struct(".length(), to).split(","))
                .map(String::strip)
                .map(field -> field.split(" AS "))
                .map(field -> field[field.length - 1] + " := " + field[0])
                .collect(Collectors.joining(", ", "struct_pack(", ""));
        return query.substring(0, from) + fields + query.substring(to);
    }

    private String columns() {
        String rows = TableColumns.ALL.stream()
                .map(column -> List.of(column.table(), column.name(), column.type(), column.unit(), column.meaning()))
                .map(row -> row.stream().map(this::quoted).collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(",\n"));
        return "SELECT * FROM (VALUES\n" + rows
                + ") AS t(`table`, name, type, unit, meaning)".replace('`', dialect == Dialect.DUCKDB ? '"' : '`');
    }

    private String quoted(String text) {
        String escaped =
                dialect == Dialect.SPARK ? text.replace("\\", "\\\\").replace("'", "\\'") : text.replace("'", "''");
        return "'" + escaped + "'";
    }
}
