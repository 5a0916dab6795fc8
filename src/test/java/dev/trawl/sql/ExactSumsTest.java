package dev.trawl.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each of four values in a partition of its own. */
class ExactSumsTest {

    private static SparkSession spark;

    @BeforeAll
    static void session() {
        spark = TableSession.open();
        ExactSums.register(spark);
    }

    @Test
    void aSumThatDoublesWouldLoseIsExact() {
        Row answer = answer("1e100D", "1D", "-1e100D", "1D");

        assertThat(answer.getDouble(0)).isEqualTo(0.5);
    }

    @Test
    void theSpreadIsThatOfASample() {
        Row answer = answer("1D", "2D", "3D", "NULL");

        assertThat(answer.getDouble(0)).isEqualTo(2);
        assertThat(answer.getDouble(1)).isEqualTo(1);
    }

    @Test
    void anInfiniteValueIsTheMeanWhereverItIsAndHasNoSpread() {
        Row answer = answer("1D", "2D", "3D", "double('Infinity')");

        assertThat(answer.getDouble(0)).isInfinite();
        assertThat(answer.getDouble(1)).isNaN();
    }

    @Test
    void ofNothingThereIsNoMeanAndOfOneNoSpread() {
        assertThat(answer("NULL", "NULL", "NULL", "NULL").isNullAt(0)).isTrue();
        assertThat(answer("NULL", "NULL", "7D", "NULL").getDouble(0)).isEqualTo(7);
        assertThat(answer("NULL", "NULL", "7D", "NULL").isNullAt(1)).isTrue();
    }

    @Test
    void moreGroupsThanSparkKeepsAtOnceHaveTheirOwnSums() {
        var answers = spark.sql("SELECT g, exact_mean(x), exact_std(x) FROM (SELECT id % 500 AS g, id / 1024D AS x "
                        + "FROM range(0, 1000, 1, 4)) GROUP BY g")
                .collectAsList();

        assertThat(answers).hasSize(500);
        assertThat(answers).allSatisfy(answer -> {
            long group = answer.getLong(0);
            assertThat(answer.getDouble(1)).isEqualTo((group + 250) / 1024D);
            assertThat(answer.getDouble(2)).isCloseTo(500 / 1024D / Math.sqrt(2), within(1e-15));
        });
    }

    private static Row answer(String... values) {
        return spark.sql("SELECT exact_mean(x), exact_std(x) FROM (SELECT element_at(array(" + String.join(", ", values)
                        + "), int(id) + 1) AS x FROM range(0, 4, 1, 4))")
                .first();
    }
}
