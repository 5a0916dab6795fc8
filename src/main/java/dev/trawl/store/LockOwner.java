package dev.trawl.store;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trawl.trial.Host;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Who holds a result directory.
 *
 * @param space where the pid means this process, see {@link Host#processSpace}; empty in locks of older versions
 * @param started of the process, in text: with the pid it tells a process from a later one of the same number
 * @param token differs for each lock taken
 */
public record LockOwner(String host, String space, long pid, String user, String started, String token) {

    private static final String START = "{\"host\":";

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    public LockOwner {
        space = Objects.requireNonNullElse(space, "");
    }

    static LockOwner current() {
        ProcessHandle process = ProcessHandle.current();
        return new LockOwner(
                Host.name(),
                Host.processSpace(),
                process.pid(),
                currentUser(),
                started(process),
                UUID.randomUUID().toString());
    }

    /** The owner of a lock that could not be read just then. */
    static LockOwner unknown() {
        return new LockOwner(Host.UNKNOWN, "", 0, "unknown", "unknown", "");
    }

    /** Empty for text that is no lock, such as one that is just being written. */
    static Optional<LockOwner> parse(String text) {
        try {
            return Optional.ofNullable(JSON.readValue(text, LockOwner.class))
                    .filter(owner -> owner.token() != null && owner.host() != null);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Whether a lock's text begins like that: it is cut short, or of zeros, where its writer was killed. */
    static boolean mayBegin(String text) {
        String written = text.replace("\0", "").strip();
        return written.startsWith(START) || START.startsWith(written);
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it surely is gone: it would be seen from here, and no process of its number is. */
    @JsonIgnore
    public boolean isDeadHere() {
        boolean wouldBeSeen = isSeenFromHere() && user.equals(currentUser()); // /proc may hide those of others
        return wouldBeSeen && ProcessHandle.of(pid).isEmpty();
    }

    /**
     * Whether a process of its number is there that started at another moment: a later one, or itself. For where the
     * clock is set, processes started before seem to have started at another moment too.
     */
    boolean isPerhapsDeadHere() {
        return isSeenFromHere()
                && ProcessHandle.of(pid)
                        .filter(process -> !started(process).equals(started))
                        .isPresent();
    }

    /** Containers may share a host's name, and each sees its own processes alone. */
    private boolean isSeenFromHere() {
        return !host.equals(Host.UNKNOWN) && host.equals(Host.name()) && space.equals(Host.processSpace());
    }

    private static String currentUser() {
        return System.getProperty("user.name", "unknown");
    }

    @Override
    public String toString() {
        return "process " + pid + " of " + user + " on " + host + ", started " + started;
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("unknown");
    }
}
