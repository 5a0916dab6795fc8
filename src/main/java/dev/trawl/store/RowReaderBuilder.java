package dev.trawl.store;

import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.InputFile;

/** Readers of a segment's rows that look at the checksum of each page. */
final class RowReaderBuilder extends ParquetReader.Builder<Object[]> {

    private final RowFormat format;

    RowReaderBuilder(InputFile file, RowFormat format) {
        super(file);
        this.format = format;
        usePageChecksumVerification(true);
    }

    @Override
    protected ReadSupport<Object[]> getReadSupport() {
        return new RowReadSupport(format);
    }
}
