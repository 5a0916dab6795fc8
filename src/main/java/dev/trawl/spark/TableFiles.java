package dev.trawl.spark;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * One table on its way into NAME.parquet and NAME.csv, a row at a time. Both are written under hidden names and moved
 * into place by {@link #commit}, so that a reader sees whole tables only.
 */
final class TableFiles implements Closeable {

    private final FileSystem files;
    private final Path folder;
    private final String name;
    private final MessageType type;
    private final ParquetWriter<Group> parquet;
    private final Writer csv;
    private boolean open = true;

    private TableFiles(FileSystem files, Path folder, String name, MessageType type, StructType schema)
            throws IOException {
        this.files = files;
        this.folder = folder;
        this.name = name;
        this.type = type;
        parquet = ExampleParquetWriter.builder(HadoopOutputFile.fromPath(hidden("parquet"), files.getConf()))
                .withType(type)
                .withConf(files.getConf())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .build();
        csv = new OutputStreamWriter(files.create(hidden("csv"), true), StandardCharsets.UTF_8);
        TableFormat.csvHeader(schema, csv);
    }

    static TableFiles create(SparkSession spark, Path folder, String name, StructType schema) throws IOException {
        var files = folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
        files.mkdirs(folder);
        return new TableFiles(files, folder, name, ParquetRows.type(name, schema), schema);
    }

    void write(Row row) throws IOException {
        parquet.write(ParquetRows.group(type, row));
        TableFormat.csvRow(row, csv);
    }

    void commit() throws IOException {
        close();
        move("parquet");
        move("csv");
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

    /** Tables can be made again at any time, so that the moment between the two steps does no harm. */
    private void move(String ending) throws IOException {
        var target = new Path(folder, name + "." + ending);
        files.delete(target, false);
        if (!files.rename(hidden(ending), target)) {
            throw new IOException("cannot move " + hidden(ending) + " to " + target);
        }
    }

    private Path hidden(String ending) {
        return new Path(folder, "." + name + "." + ending);
    }
}
