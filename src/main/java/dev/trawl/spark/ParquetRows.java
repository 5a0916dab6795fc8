package dev.trawl.spark;

import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Rows of text, whole numbers and doubles as Parquet has them. */
final class ParquetRows {

    private ParquetRows() {}

    static MessageType type(String name, StructType schema) {
        var message = Types.buildMessage();
        for (var field : schema.fields()) {
            if (field.dataType().equals(DataTypes.StringType)) {
                message.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(field.name());
            } else {
                message.optional(primitive(field.dataType())).named(field.name());
            }
        }
        return message.named(name);
    }

    static Group group(MessageType type, Row row) {
        var group = new SimpleGroup(type);
        for (int i = 0; i < row.length(); i++) {
            Object value = row.get(i);
            if (value instanceof String text) {
                group.add(i, text);
            } else if (value instanceof Integer number) {
                group.add(i, number);
            } else if (value instanceof Long number) {
                group.add(i, number);
            } else if (value instanceof Double number) {
                group.add(i, number);
            } else if (value != null) {
                throw new IllegalStateException("a table holds text and numbers only, not " + value);
            }
        }
        return group;
    }

    private static PrimitiveTypeName primitive(DataType type) {
        if (type.equals(DataTypes.IntegerType)) {
            return PrimitiveTypeName.INT32;
        }
        if (type.equals(DataTypes.LongType)) {
            return PrimitiveTypeName.INT64;
        }
        if (type.equals(DataTypes.DoubleType)) {
            return PrimitiveTypeName.DOUBLE;
        }
        throw new IllegalStateException("a table holds text and numbers only, not " + type);
    }
}
