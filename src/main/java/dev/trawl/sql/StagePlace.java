package dev.trawl.sql;

import dev.trawl.trial.Stage;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * The SQL function {@code stage_place(stage)}: where in a trial its stage comes, from 1 for {@code dense} on. One that
 * this version does not know comes after all others; null has none.
 */
final class StagePlace {

    private static final Map<String, Integer> PLACES =
            Stream.of(Stage.values()).collect(Collectors.toMap(Stage::key, stage -> 1 + stage.ordinal()));

    private StagePlace() {}

    static void register(SparkSession spark) {
        spark.udf()
                .register(
                        "stage_place",
                        (UDF1<@Nullable String, @Nullable Integer>) StagePlace::of,
                        DataTypes.IntegerType);
    }

    static @Nullable Integer of(@Nullable String stage) {
        return stage == null ? null : PLACES.getOrDefault(stage, 1 + PLACES.size());
    }
}
