package dev.trawl.store;

import dev.trawl.store.RowFormat.Field;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Hands rows of boxed values to Parquet's writer. */
final class RowWriteSupport extends WriteSupport<Object[]> {

    private final RowFormat format;
    private final Map<String, String> metadata;
    private RecordConsumer consumer;

    @SuppressWarnings("NullAway.Init") // Parquet calls prepareForWrite before the first row
    RowWriteSupport(RowFormat format, Map<String, String> metadata) {
        this.format = format;
        this.metadata = metadata;
    }

    @Override
    public WriteContext init(Configuration configuration) {
        return new WriteContext(format.schema(), metadata);
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = recordConsumer;
    }

    @Override
    public void write(Object[] row) {
        List<Field> fields = format.fields();
        consumer.startMessage();
        for (int i = 0; i < row.length; i++) {
            if (row[i] != null) {
                consumer.startField(fields.get(i).name(), i);
                add(fields.get(i), row[i]);
                consumer.endField(fields.get(i).name(), i);
            }
        }
        consumer.endMessage();
    }

    private void add(Field field, Object value) {
        switch (field.type()) {
            case TEXT -> consumer.addBinary(Binary.fromString((String) value));
            case INT -> consumer.addInteger((Integer) value);
            case LONG -> consumer.addLong((Long) value);
            case DOUBLE -> consumer.addDouble((Double) value);
            case TIMESTAMP -> consumer.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
        }
    }
}
