package dev.trawl.job;

import dev.trawl.kernel.Kernels;
import dev.trawl.sql.SparkTypes;
import dev.trawl.sql.Table;
import dev.trawl.store.RowFormat;
import dev.trawl.trial.KernelMethod;
import dev.trawl.trial.Provenance;
import dev.trawl.trial.Trial;
import dev.trawl.trial.TrialTask;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Trials that are run here and now beside those of a sweep. Their rows are a view of the session, and in no file. */
public final class ExtraTrials {

    /** The view; its columns are those of {@code trials}. */
    public static final String VIEW = "extra";

    private final SparkSession spark;
    private final List<Row> rows = new ArrayList<>();

    public ExtraTrials(SparkSession spark) {
        this.spark = spark;
    }

    /** Adds the rows of {@code trial} to the view, and returns them. */
    public Table run(Trial trial) {
        KernelMethod method = new KernelMethod(Kernels.AUTO);
        Provenance here = Provenance.here(VIEW, "", method.kernel());
        List<Row> now = TrialTask.run(trial, method, here).rows().stream()
                .map(ExtraTrials::row)
                .toList();
        rows.addAll(now);
        StructType schema = SparkTypes.of(RowFormat.TRIALS);
        spark.createDataFrame(List.copyOf(rows), schema).createOrReplaceTempView(VIEW);
        return new Table(VIEW, schema, now);
    }

    private static Row row(Object[] values) {
        return RowFactory.create(Arrays.stream(values)
                .map(value -> value instanceof Instant time ? Timestamp.from(time) : value)
                .toArray());
    }
}
