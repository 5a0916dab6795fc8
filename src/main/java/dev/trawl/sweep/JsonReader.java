package dev.trawl.sweep;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Reads JSON into a tree that knows its lines. Members whose keys begin with {@code //} are comments and left out. */
final class JsonReader {

    /** Spark 3.5's Jackson would else quote the file, line breaks and all, where it names a place. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // to refuse them where they stand
            .build();

    private static final String COMMENT = "//";

    /** What some editors of Windows begin a file with (the byte order mark). */
    private static final String MARK = "\ufeff";

    private final JsonParser parser;
    private final IntFunction<String> source;
    private final Problems problems;

    private JsonReader(JsonParser parser, IntFunction<String> source, Problems problems) {
        this.parser = parser;
        this.source = source;
        this.problems = problems;
    }

    /**
     * Reads one value and nothing after it.
     *
     * @param source names a line of the text
     * @param path of the value
     * @param problems told of keys that are given twice
     * @throws JsonProcessingException where the text is no JSON
     */
    static Json read(String text, IntFunction<String> source, String path, Problems problems)
            throws JsonProcessingException {
        try (JsonParser parser = FACTORY.createParser(text.startsWith(MARK) ? text.substring(1) : text)) {
            parser.nextToken();
            Json value = new JsonReader(parser, source, problems).value(path);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "more text after the end of the value");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("reading a string cannot fail", e);
        }
    }

    private Json value(String path) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new JsonParseException(parser, "nothing there");
        }
        Place place = place(path);
        return switch (token) {
            case START_OBJECT -> new Json.Members(place, members(path));
            case START_ARRAY -> new Json.Items(place, items(path));
            case VALUE_STRING -> new Json.Text(place, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                parser.isNaN() ? new Json.Word(place, parser.getText()) : new Json.Number(place, parser.getText());
            default -> new Json.Word(place, parser.getText());
        };
    }

    private Map<String, Json> members(String path) throws IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            String memberPath = path.isEmpty() ? key : path + "." + key;
            Place keyPlace = place(memberPath);
            parser.nextToken();
            Json value = value(memberPath);
            if (key.startsWith(COMMENT)) {
                continue;
            }
            Json first = members.putIfAbsent(key, value);
            if (first != null) {
                problems.add(keyPlace, "given twice, first in " + first.place().source());
            }
        }
        return members;
    }

    private List<Json> items(String path) throws IOException {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(path + "[" + items.size() + "]"));
        }
        return items;
    }

    private Place place(String path) {
        return new Place(source.apply(parser.currentTokenLocation().getLineNr()), path);
    }
}
