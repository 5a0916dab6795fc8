package dev.trawl.report;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The values that the paper's text gives (its tables 1 and 3), as a view; shares, not percent. */
final class PaperValues {

    private static final StructType SCHEMA = new StructType()
            .add("source", DataTypes.StringType)
            .add("data", DataTypes.StringType)
            .add("k", DataTypes.IntegerType)
            .add("p", DataTypes.IntegerType)
            .add("stage", DataTypes.StringType)
            .add("hidden", DataTypes.StringType)
            .add("measure", DataTypes.StringType)
            .add("value", DataTypes.DoubleType)
            .add("std", DataTypes.DoubleType);

    private PaperValues() {}

    static Dataset<Row> of(SparkSession spark) {
        List<Row> rows = Html.resource("/report/paper.csv")
                .lines()
                .skip(1)
                .map(PaperValues::row)
                .toList();
        return spark.createDataFrame(rows, SCHEMA);
    }

    private static Row row(String line) {
        String[] words = line.split(",", -1);
        var values = new Object[SCHEMA.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(i, words[i]);
        }
        return RowFactory.create(values);
    }

    private static @Nullable Object value(int column, String word) {
        var type = SCHEMA.apply(column).dataType();
        if (type.equals(DataTypes.StringType)) {
            return word;
        }
        if (word.isEmpty()) {
            return null;
        }
        return type.equals(DataTypes.IntegerType) ? (Object) Integer.valueOf(word) : (Object) Double.valueOf(word);
    }
}
