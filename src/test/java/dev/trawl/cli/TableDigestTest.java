package dev.trawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trawl.sql.Table;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class TableDigestTest {

    private static final StructType SCHEMA = new StructType()
            .add("p", DataTypes.IntegerType)
            .add("test_auc", DataTypes.DoubleType)
            .add("hidden", DataTypes.IntegerType);

    @Test
    void whatAllRowsShareStandsInTheHeadingUnlessItWasMeasured() {
        List<Row> rows = List.of(RowFactory.create(5, 1.0, 8, 1.0), RowFactory.create(5, 1.0, 32, 1.0));
        StructType schema = SCHEMA.add("train_auc", DataTypes.DoubleType);
        TableDigest digest = TableDigest.of(new Table("hidden_nodes", schema, rows, rows.size()));
        assertThat(digest.heading()).isEqualTo("hidden_nodes  p=5");
        assertThat(digest.table().schema().fieldNames()).containsExactly("test_auc", "hidden", "train_auc");
    }

    @Test
    void whatIsEmptyIsLeftOut() {
        List<Row> rows = List.of(RowFactory.create(5, null, 8), RowFactory.create(6, null, 32));
        TableDigest digest = TableDigest.of(new Table("hidden_nodes", SCHEMA, rows, rows.size()));
        assertThat(digest.heading()).isEqualTo("hidden_nodes");
        assertThat(digest.table().schema().fieldNames()).containsExactly("p", "hidden");
    }

    @Test
    void accuraciesAreLeftOutWhereAnyRowHasAnAuc() {
        var schema = new StructType()
                .add("p", DataTypes.IntegerType)
                .add("test_auc", DataTypes.DoubleType)
                .add("test_accuracy", DataTypes.DoubleType);
        List<Row> rows = List.of(RowFactory.create(5, null, null), RowFactory.create(6, 0.75, 0.5));
        TableDigest digest = TableDigest.of(new Table("pruning", schema, rows, rows.size()));
        assertThat(digest.table().schema().fieldNames()).containsExactly("p", "test_auc");
    }

    @Test
    void whatTheFirstOfMoreRowsShareStaysInTheTable() {
        List<Row> first = List.of(RowFactory.create(8, 0.75, 8), RowFactory.create(8, 0.75, 8));
        TableDigest digest = TableDigest.of(new Table("hidden_nodes", SCHEMA, first, 3));
        assertThat(digest.heading()).isEqualTo("hidden_nodes");
        assertThat(digest.table().schema()).isEqualTo(SCHEMA);
    }
}
