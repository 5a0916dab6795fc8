package dev.trawl.store;

import dev.trawl.store.RowFormat.Field;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Makes rows of boxed values of what Parquet's reader finds. A column that an older file lacks stays empty. */
final class RowReadSupport extends ReadSupport<Object[]> {

    private final RowFormat format;

    RowReadSupport(RowFormat format) {
        this.format = format;
    }

    @Override
    public ReadContext init(InitContext context) {
        MessageType file = context.getFileSchema();
        List<Type> there = format.schema().getFields().stream()
                .filter(type -> file.containsField(type.getName()))
                .toList();
        return new ReadContext(new MessageType("row", there));
    }

    @Override
    public RecordMaterializer<Object[]> prepareForRead(
            Configuration configuration, Map<String, String> metadata, MessageType file, ReadContext context) {
        return new RowMaterializer(format, context.getRequestedSchema());
    }

    private static final class RowMaterializer extends RecordMaterializer<Object[]> {

        private final int width;
        private final Converter[] converters;
        private Object[] row = new Object[0];

        RowMaterializer(RowFormat format, MessageType requested) {
            List<String> names = format.fields().stream().map(Field::name).toList();
            width = names.size();
            converters = requested.getFields().stream()
                    .map(type -> names.indexOf(type.getName()))
                    .map(index -> new CellConverter(format.fields().get(index), index))
                    .toArray(Converter[]::new);
        }

        @Override
        public Object[] getCurrentRecord() {
            return row;
        }

        @Override
        public GroupConverter getRootConverter() {
            return new GroupConverter() {
                @Override
                public Converter getConverter(int index) {
                    return converters[index];
                }

                @Override
                public void start() {
                    row = new Object[width];
                }

                @Override
                public void end() {}
            };
        }

        private final class CellConverter extends PrimitiveConverter {

            private final Field field;
            private final int index;
            private String[] words = new String[0];

            CellConverter(Field field, int index) {
                this.field = field;
                this.index = index;
            }

            @Override
            public void addBinary(Binary value) {
                row[index] = value.toStringUsingUTF8();
            }

            @Override
            public void addInt(int value) {
                row[index] = value;
            }

            @Override
            public void addLong(long value) {
                row[index] = field.type() == dev.trawl.trial.Column.Type.TIMESTAMP
                        ? Instant.EPOCH.plus(value, ChronoUnit.MICROS)
                        : (Object) value;
            }

            @Override
            public void addDouble(double value) {
                row[index] = value;
            }

            @Override
            public boolean hasDictionarySupport() {
                return field.type() == dev.trawl.trial.Column.Type.TEXT;
            }

            @Override
            public void setDictionary(Dictionary dictionary) {
                words = new String[dictionary.getMaxId() + 1];
                for (int id = 0; id < words.length; id++) {
                    words[id] = dictionary.decodeToBinary(id).toStringUsingUTF8();
                }
            }

            @Override
            public void addValueFromDictionary(int id) {
                row[index] = words[id];
            }
        }
    }
}
