package dev.trawl.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** A file that names its owner. Making it is the claim: of several drivers that make it at once, one does. */
record LockFile(ResultFolder folder, String name) {

    /** Between the two steps in which a new lock gets its file and its text. */
    private static final Duration BEING_WRITTEN = Duration.ofSeconds(3);

    /** The clock of a store or of another host may be so much ahead, and a lock's age still say something. */
    private static final Duration AHEAD = SweepLock.HEARTBEAT;

    /**
     * How a lock was found.
     *
     * @param owner unknown where the text names none
     */
    record Seen(LockOwner owner, long written) {

        /** Whether its owner is gone, to all appearance. */
        boolean isDead(Clock clock) {
            Duration deadAfter = owner.isPerhapsDeadHere() ? SweepLock.WATCH : SweepLock.DEAD_AFTER;
            return age(clock).compareTo(deadAfter) > 0 || owner.isDeadHere();
        }

        /** Whether it is of a time that is to come: such a lock would never be old, however dead its owner is. */
        boolean isAhead(Clock clock) {
            return age(clock).compareTo(AHEAD.negated()) < 0;
        }

        private Duration age(Clock clock) {
            return Duration.ofMillis(clock.millis() - written);
        }
    }

    /** Of those who want to take this one from a dead owner. */
    LockFile claim() {
        return new LockFile(folder, "." + name + ".taking");
    }

    Optional<Seen> look() {
        return folder.written(name).flatMap(written -> folder.read(name)
                .map(text -> new Seen(LockOwner.parse(text).orElseGet(() -> unknown(text)), written)));
    }

    /** Refuses a file of somebody else's, which would be taken for that of a dead owner, and written over. */
    private LockOwner unknown(String text) {
        if (!LockOwner.mayBegin(text)) {
            throw new WrongAddress(
                    folder + " has a " + name + " that is not Trawl's: results need a directory of their own");
        }
        return LockOwner.unknown();
    }

    /** Empty also where the text names no owner, as it does while it is being written. */
    Optional<LockOwner> owner() {
        return folder.read(name).flatMap(LockOwner::parse);
    }

    /** The same for a lock that another driver has just made. */
    LockOwner ownerWhenWritten() {
        Patience.until(() -> owner().isPresent() || !folder.exists(name), BEING_WRITTEN);
        return owner().orElse(LockOwner.unknown());
    }

    boolean isOf(LockOwner owner) {
        return owner().filter(found -> found.token().equals(owner.token())).isPresent();
    }

    /** Writes the owner's name anew, or over another's. */
    void write(LockOwner owner) {
        folder.write(name, owner.json());
    }

    void release(LockOwner owner) {
        if (isOf(owner)) {
            folder.delete(folder.path(name));
        }
    }

    /** Whether it was not there, and now is the owner's. */
    boolean create(LockOwner owner) {
        Path path = folder.path(name);
        // Made before the file is: one that is killed in between leaves a lock that names nobody, for half a minute.
        byte[] text = owner.json().getBytes(StandardCharsets.UTF_8);
        FSDataOutputStream file;
        try {
            if (!folder.fileSystem().mkdirs(path.getParent())) {
                throw new WrongAddress(folder
                        + " cannot be made: is what it would lie in this user's to write to, and is there room?");
            }
            file = createNew(path);
        } catch (FileAlreadyExistsException | ParentNotDirectoryException e) {
            folder.requireNoFile();
            return false;
        } catch (IOException e) {
            if (folder.exists(name)) {
                return false; // HDFS calls a file that a killed owner was still writing "being created"
            }
            throw new UnwritableResults("lock " + folder, e);
        }
        try (file) {
            file.write(text);
        } catch (IOException e) {
            if (!folder.appearsWhenClosed()) {
                folder.delete(path);
            } else if (folder.exists(name)) {
                return false; // another's, which came meanwhile
            }
            throw new UnwritableResults("lock " + folder, e);
        }
        return true;
    }

    /** Hadoop's own way looks first and makes then, on a disk: two drivers may both find nothing. */
    private FSDataOutputStream createNew(Path path) throws IOException {
        if (!(folder.fileSystem() instanceof RawLocalFileSystem) || folder.appearsWhenClosed()) {
            return folder.create(path, false);
        }
        java.nio.file.Path local = java.nio.file.Path.of(path.toUri().getPath());
        try {
            FileChannel.open(local, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                    .close();
        } catch (java.nio.file.FileAlreadyExistsException e) {
            throw new FileAlreadyExistsException(e.getMessage());
        } catch (IOException e) {
            return folder.create(path, false); // which says in full what is wrong
        }
        return folder.create(path, true);
    }
}
