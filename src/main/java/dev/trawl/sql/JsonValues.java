package dev.trawl.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterable;
import scala.collection.Map;
import scala.jdk.javaapi.CollectionConverters;

/** Values of Spark's rows as JSON: numbers stay numbers, NaN and the infinities become null, a struct an object. */
public final class JsonValues {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonValues() {}

    /** The object of one row, its members in the order of the columns. */
    public static ObjectNode object(StructType schema, Row row) {
        ObjectNode node = NODES.objectNode();
        String[] names = schema.fieldNames();
        for (int i = 0; i < names.length; i++) {
            node.set(names[i], of(row.get(i)));
        }
        return node;
    }

    static JsonNode of(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        }
        if (value instanceof Row row) {
            return object(row.schema(), row);
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode node = NODES.objectNode();
            CollectionConverters.asJava(map).forEach((key, entry) -> node.set(TableFormat.plain(key), of(entry)));
            return node;
        }
        if (value instanceof Iterable<?> items) {
            ArrayNode node = NODES.arrayNode();
            CollectionConverters.asJava(items).forEach(item -> node.add(of(item)));
            return node;
        }
        return NODES.textNode(TableFormat.plain(value));
    }

    private static JsonNode number(Number number) {
        if (number instanceof BigDecimal decimal) {
            return NODES.numberNode(decimal);
        }
        if (number instanceof Double || number instanceof Float) {
            // A float's shortest digits are not those of the double that it widens to.
            return Double.isFinite(number.doubleValue())
                    ? NODES.numberNode(Double.parseDouble(number.toString()))
                    : NODES.nullNode();
        }
        return NODES.numberNode(number.longValue());
    }
}
