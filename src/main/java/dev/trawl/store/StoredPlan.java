package dev.trawl.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trawl.sweep.Step;
import dev.trawl.sweep.Sweep;
import dev.trawl.sweep.SweepFile;
import dev.trawl.sweep.SweepFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What DIR/plan.json says of the results beside it.
 *
 * @param format of the result directory
 * @param version of Trawl that wrote it
 * @param hash of the resolved sweep
 * @param sweep the resolved sweep, JSON text
 * @param later steps that were still to be chosen, by name; none for a sweep without steps
 */
public record StoredPlan(int format, String version, String hash, String sweep, List<String> later) {

    private static final String LATER = "later";

    private static final ObjectMapper JSON = new ObjectMapper();

    static StoredPlan of(String version, Sweep sweep) {
        return new StoredPlan(ResultStore.FORMAT, version, sweep.hash(), sweep.resolved(), later(sweep));
    }

    /** Whether it says of {@code sweep} all that there is to say. */
    boolean isOf(Sweep sweep) {
        return hash.equals(sweep.hash()) && later.equals(later(sweep));
    }

    private static List<String> later(Sweep sweep) {
        return sweep.later().stream().map(Step::name).toList();
    }

    /**
     * Reads a plan's text.
     *
     * @throws DamagedResults for one that is no JSON, or of a newer format
     */
    static StoredPlan sound(String directory, String text) {
        damage(text).ifPresent(damage -> {
            throw new DamagedResults(directory, List.of(damage));
        });
        return parse(text).orElseThrow();
    }

    /** Empty for text that is no JSON. */
    private static Optional<StoredPlan> parse(String text) {
        JsonNode node;
        try {
            node = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
        List<String> later = new ArrayList<>();
        node.path(LATER).forEach(step -> later.add(step.asText()));
        return Optional.of(new StoredPlan(
                node.path("format").asInt(),
                node.path("version").asText(),
                node.path("hash").asText(),
                node.path("sweep").toPrettyString(),
                List.copyOf(later)));
    }

    /** What makes a plan's text unreadable: it is no JSON, or of a newer format. */
    static Optional<Damage> damage(String text) {
        Optional<Integer> format = formatOf(text);
        if (format.isEmpty()) {
            return Optional.of(new Damage(ResultStore.PLAN, "not JSON"));
        }
        return format.filter(number -> number > ResultStore.FORMAT)
                .map(number -> Damage.newerFormat(ResultStore.PLAN, number));
    }

    /** The format version of a plan's text; empty where that is no JSON. */
    static Optional<Integer> formatOf(String text) {
        return parse(text).map(StoredPlan::format);
    }

    /**
     * The sweep whose results are in {@code directory}.
     *
     * @throws DamagedResults where it cannot be read
     */
    public Sweep read(String directory) {
        try {
            return SweepFile.read(directory + "/" + ResultStore.PLAN, sweep, List.of());
        } catch (SweepFileException e) {
            throw new DamagedResults(
                    directory,
                    List.of(new Damage(ResultStore.PLAN, "not a sweep of this version\n" + e.getMessage(), false)));
        }
    }

    /** Whether its trials read files of data, and a run has to be told where these are. */
    public boolean readsFiles() {
        try {
            return JSON.readTree(sweep).findValues("data").stream()
                    .anyMatch(data -> data.findValue("uci") != null || data.findValue("csv") != null);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a resolved sweep is JSON", e);
        }
    }

    String json() {
        try {
            ObjectNode node = JSON.createObjectNode()
                    .put("format", format)
                    .put("version", version)
                    .put("hash", hash)
                    .set("sweep", JSON.readTree(sweep));
            if (!later.isEmpty()) {
                later.forEach(node.putArray(LATER)::add);
            }
            return node.toPrettyString() + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a resolved sweep is JSON", e);
        }
    }
}
