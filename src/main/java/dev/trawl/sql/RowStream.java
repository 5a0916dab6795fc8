package dev.trawl.sql;

import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** An answer that is too long to be held: its rows come one after the other, once. */
public record RowStream(StructType schema, Iterator<Row> rows) {}
