package dev.trawl.sql;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.types.StructType;

/** How to ask for a setting that a table has no column for: most tables have the cell, and cells its settings. */
final class SettingHint {

    private SettingHint() {}

    /**
     * A query that shows the setting {@code name} beside what {@code query} asks; empty where there is none to offer.
     */
    static Optional<String> of(SparkSession spark, String query, String name) {
        if (!spark.catalog().tableExists("cells")) {
            return Optional.empty();
        }
        StructType settings =
                (StructType) spark.table("cells").schema().apply("setting").dataType();
        return Arrays.stream(settings.fieldNames())
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .flatMap(setting -> tables(spark, query).stream()
                        .flatMap(table -> answer(spark, setting, table).stream())
                        .findFirst()
                        .map(answer -> setting + " is a setting: " + answer));
    }

    private static Optional<String> answer(SparkSession spark, String setting, String table) {
        List<String> columns = List.of(spark.table(table).columns());
        if (columns.contains(setting)) {
            return Optional.empty();
        }
        if (columns.contains("setting")) {
            return Optional.of("SELECT setting." + setting + ", t.* FROM " + table + " t");
        }
        if (columns.contains("cell")) {
            return Optional.of("SELECT setting." + setting + ", t.* FROM " + table + " t JOIN cells USING (cell)");
        }
        return table.equals("curves")
                ? Optional.of("SELECT " + setting + ", t.* FROM curves t JOIN trials USING (trial_id, stage)")
                : Optional.of("SELECT " + setting + ", * FROM trials");
    }

    /** Those of ours that the query names. */
    private static List<String> tables(SparkSession spark, String query) {
        List<String> named = QueryParts.of(query).stream()
                .filter(UnresolvedRelation.class::isInstance)
                .map(part -> ((UnresolvedRelation) part).tableName())
                .toList();
        return TableColumns.TABLES.stream()
                .filter(table -> named.stream().anyMatch(table::equalsIgnoreCase))
                .filter(spark.catalog()::tableExists)
                .toList();
    }
}
