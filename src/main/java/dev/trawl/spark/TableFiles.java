package dev.trawl.spark;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * One table on its way into tables/NAME.parquet and NAME.csv, a row at a time. Both are written under hidden names and
 * moved into place by {@link #commit}, so that a reader sees whole tables only.
 */
final class TableFiles implements Closeable {

    private final ResultFolder folder;
    private final String name;
    private final ParquetWriter<Object[]> parquet;
    private final Writer csv;
    private boolean open = true;

    TableFiles(ResultFolder folder, String name, StructType schema) throws IOException {
        this.folder = folder;
        this.name = name;
        parquet = new Segments(folder).writer(hidden("parquet"), SparkTypes.format("tables", schema));
        csv = new OutputStreamWriter(folder.fileSystem().create(hidden("csv"), true), StandardCharsets.UTF_8);
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

    void commit() throws IOException {
        close();
        folder.replace(hidden("parquet"), visible("parquet"));
        folder.replace(hidden("csv"), visible("csv"));
    }

    /** Without {@link #commit}, what was written stays under its hidden name and is written over the next time. */
    @Override
    public void close() throws IOException {
        if (open) {
            open = false;
            parquet.close();
            csv.close();
        }
    }

    private Path visible(String ending) {
        return folder.path("tables/" + name + "." + ending);
    }

    private Path hidden(String ending) {
        return folder.path("tables/." + name + "." + ending + ".writing");
    }
}
