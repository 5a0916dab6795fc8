package dev.trawl.sql;

import dev.trawl.store.Fingerprint;
import dev.trawl.store.ResultFolder;
import dev.trawl.store.ResultStore;
import dev.trawl.store.Segments;
import dev.trawl.store.SyncedOutput;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * One table on its way into tables/NAME.parquet and NAME.csv, a row at a time. Both are drafts until {@link #commit},
 * so that a reader sees whole tables only, and drafts of this writer alone: others may make the same table at the same
 * time.
 */
final class TableFiles implements Closeable {

    private static final String FOLDER = ResultStore.TABLES_FOLDER;
    static final List<String> ENDINGS = List.of("parquet", "csv");

    private final ResultFolder folder;
    private final String name;
    private final Path parquetDraft;
    private final Path csvDraft;
    private final SyncedOutput parquetOutput;
    private final SyncedOutput csvOutput;
    private final ParquetWriter<Object[]> parquet;
    private final Writer csv;
    private boolean open = true;
    private boolean committed;

    TableFiles(ResultFolder folder, String name, StructType schema) throws IOException {
        this.folder = folder;
        this.name = name;
        parquetDraft = folder.draft(visible("parquet"));
        csvDraft = folder.draft(visible("csv"));
        parquetOutput = new SyncedOutput(folder, parquetDraft);
        csvOutput = new SyncedOutput(folder, csvDraft);
        parquet = new Segments(folder).writer(parquetOutput, SparkTypes.format("tables", schema));
        csv = new OutputStreamWriter(csvOutput.createOrOverwrite(0), StandardCharsets.UTF_8);
        TableFormat.csvHeader(schema, csv);
    }

    void write(Row row) throws IOException {
        var values = new Object[row.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(i);
        }
        parquet.write(values);
        TableFormat.csvRow(row, csv);
    }

    /** @return the fingerprint of what was written */
    String commit() throws IOException {
        closeWriters();
        parquetOutput.complete();
        csvOutput.complete();
        String fingerprint = Fingerprint.of(folder, parquetDraft);
        committed = true;
        folder.replace(parquetDraft, visible("parquet"));
        folder.replace(csvDraft, visible("csv"));
        return fingerprint;
    }

    /** Without {@link #commit}, what was written is discarded. */
    @Override
    public void close() throws IOException {
        try (parquetOutput;
                csvOutput) {
            closeWriters();
        } finally {
            if (!committed) {
                folder.discard(parquetDraft);
                folder.discard(csvDraft);
            }
        }
    }

    private void closeWriters() throws IOException {
        if (open) {
            open = false;
            parquet.close();
            csv.close();
        }
    }

    private Path visible(String ending) {
        return folder.path(file(name, ending));
    }

    /** What tells the table that is there from another, as {@link #commit} gave it; empty where a file is missing. */
    static Optional<String> fingerprint(ResultFolder folder, String name) {
        return ENDINGS.stream().allMatch(ending -> folder.exists(file(name, ending)))
                ? Optional.of(Fingerprint.of(folder, folder.path(file(name, "parquet"))))
                : Optional.empty();
    }

    /** Below the result directory. */
    static String file(String name, String ending) {
        return FOLDER + "/" + name + "." + ending;
    }
}
