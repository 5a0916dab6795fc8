package dev.trawl.sweep;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A JSON value that remembers where it was written. */
sealed interface Json {

    int SHOWN_CHARACTERS = 40;

    Place place();

    /** As it would stand in a file. */
    String text();

    /** As messages quote it: not longer than a line can bear. */
    default String shown() {
        String text = text();
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "...";
    }

    /** An object; its members in the order of the file, without the comments. */
    record Members(Place place, Map<String, Json> values) implements Json {
        @Override
        public String text() {
            return values.entrySet().stream()
                    .map(member -> JsonText.quoted(member.getKey()) + ": "
                            + member.getValue().text())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    record Items(Place place, List<Json> values) implements Json {
        @Override
        public String text() {
            return values.stream().map(Json::text).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    record Text(Place place, String value) implements Json {
        @Override
        public String text() {
            return JsonText.quoted(value);
        }
    }

    record Number(Place place, String text) implements Json {}

    /** True, false, null or a number that is not finite, such as NaN: no setting takes them. */
    record Word(Place place, String text) implements Json {}
}
