package dev.trawl.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.sweep.Settings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TableColumnsTest {

    @TempDir
    static Path dir;

    private static SparkSession spark;

    @BeforeAll
    static void emptySweep() {
        spark = TableSession.open();
        Tables.make(spark, dir.toString());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theDocumentSaysWhatTheTableHas(String table) {
        var documented = TableColumns.ALL.stream()
                .filter(entry -> entry.table().equals(table))
                .map(entry -> entry.name() + " " + entry.type());
        var there = Arrays.stream(spark.table(table).schema().fields())
                .map(field -> field.name() + " " + field.dataType().sql().replaceFirst("<.*", ""));

        assertThat(documented.toList()).isEqualTo(there.toList());
    }

    @Test
    void everyViewIsDocumented() {
        var views = spark.sql("SHOW TABLES").collectAsList().stream().map(row -> row.<String>getAs("tableName"));

        assertThat(tables()).containsAll(views.toList());
    }

    @Test
    void everyColumnHasAMeaning() {
        assertThat(TableColumns.ALL)
                .allSatisfy(entry -> assertThat(entry.meaning()).isNotBlank());
    }

    /** Trials that differ in a setting which is left out would be runs of one cell. */
    @Test
    void cellsDifferByEverySettingButThoseThatMakeTheirTrialsAndRows() {
        var names = Settings.ALL.stream()
                .map(setting -> setting.name().replace('.', '_'))
                .filter(name -> !List.of("repeat", "seed", "stages", "curves").contains(name));
        StructType cell =
                (StructType) spark.table("cells").schema().apply("setting").dataType();

        assertThat(cell.fieldNames()).containsAll(names.toList());
    }

    static List<String> tables() {
        return TableColumns.ALL.stream()
                .map(TableColumns.Entry::table)
                .distinct()
                .toList();
    }
}
