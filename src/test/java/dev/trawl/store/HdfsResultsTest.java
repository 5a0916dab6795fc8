package dev.trawl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trawl.job.CheapRows;
import dev.trawl.job.CheapTrials;
import dev.trawl.job.QuietJob;
import dev.trawl.spark.SessionOn;
import dev.trawl.sql.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivilegedExceptionAction;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.security.UserGroupInformation;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Results on HDFS: a name node and a data node in this JVM. */
class HdfsResultsTest {

    private static MiniDFSCluster cluster;

    private final Configuration configuration = new Configuration();
    private String directory;
    private ResultStore store;

    @BeforeAll
    static void start(@TempDir Path disks) throws IOException {
        Configuration configuration = new Configuration();
        configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, disks.toString());
        cluster = new MiniDFSCluster.Builder(configuration).build();
    }

    @AfterAll
    static void stop() {
        cluster.shutdown();
    }

    @BeforeEach
    void name(TestInfo test) throws IOException {
        directory =
                cluster.getFileSystem().getUri() + "/" + test.getDisplayName().replace("()", "");
        store = ResultStore.at(directory, configuration);
    }

    @Test
    void aSweepIsTheSameToTheBitAsOnADisk() throws IOException {
        try (SparkSession spark = SessionOn.master("local[2]");
                SweepLock lock = store.lock()) {
            store.writePlan(BarePlan.of("0", "hash", "{}"));
            QuietJob.run(spark.sparkContext(), CheapTrials.plan(100), store, lock, "0", new CheapTrials(0, 1));
            Tables.make(spark, directory);

            assertThat(spark.read()
                            .parquet(directory + "/tables/sorted_runs.parquet")
                            .count())
                    .isEqualTo(spark.table("runs").count())
                    .isPositive();
        }
        assertThat(StoredRows.results(store.folder())).isEqualTo(CheapRows.uninterrupted(100));
        assertThat(store.folder().list("trials")).noneMatch(HdfsResultsTest::isHidden);
        assertThat(store.folder().list("tables"))
                .filteredOn(HdfsResultsTest::isHidden)
                .extracting(file -> file.getPath().getName())
                .containsExactlyInAnyOrder(MadeOf.NAME, MadeOf.BY);
        assertThat(store.folder().exists(SweepLock.FILE)).isFalse();
    }

    @Test
    void compactingAndForgettingReplaceFilesInPlace() {
        CheapRows.commit(store, new CheapTrials(2, 1), 0, 1, 2, 3, 4);
        CheapRows.commit(store, new CheapTrials(2, 1), 1, 5, 6);
        store.writePlan(BarePlan.of("0", "hash", "{}"));
        store.writePlan(BarePlan.of("1", "hash", "{}"));
        try (SweepLock lock = store.lock()) {
            assertThat(store.forgetFailed(lock, Set.of())).isEqualTo(3);
            store.open(lock);
            assertThat(store.compact(lock)).isEqualTo(1);

            assertThat(store.open(lock).trials()).isEqualTo(3);
            assertThat(store.plan().orElseThrow().version()).isEqualTo("1");
        }
    }

    @Test
    void whatAKilledDriverWasWritingIsClearedAway() throws IOException {
        CheapRows.commit(store, CheapTrials.SOUND, 0, 1, 2);
        store.writePlan(BarePlan.of("0", "hash", "{}"));
        FileSystem killed = FileSystem.newInstance(cluster.getURI(), configuration);
        // Never closed: HDFS keeps both for their writer, whose lease has an hour to run.
        FSDataOutputStream segment = killed.create(store.folder().path("trials/.segment-000001.parquet.writing"));
        FSDataOutputStream lock = killed.create(store.folder().path(SweepLock.FILE));
        segment.writeBytes("half");
        segment.hflush();
        lock.hflush();

        assertThatThrownBy(store::lock).isInstanceOf(LockedResults.class);
        Clock later = Clock.offset(Clock.systemUTC(), SweepLock.DEAD_AFTER.plus(Duration.ofSeconds(5)));
        try (SweepLock taken = SweepLock.take(store.folder(), LockOwner.current(), later, Duration.ZERO)) {
            assertThat(store.open(taken).trials()).isEqualTo(2);
        }
        assertThat(store.folder().list("trials")).hasSize(1).noneMatch(HdfsResultsTest::isHidden);
    }

    @Test
    void ofManyThatReachForADeadLockOneHasItAndTheOthersNameThatOne() throws Exception {
        for (int round = 0; round < 20; round++) {
            new LockFile(store.folder(), SweepLock.FILE).write(LockRace.dead());
            LockRace.run(store.folder(), 3);
            assertThat(cluster.getFileSystem().listStatus(store.folder().path(".")))
                    .isEmpty();
        }
    }

    @Test
    void aFileIsNoDirectoryForResults() throws IOException {
        cluster.getFileSystem().create(store.folder().path(".")).close();

        for (String out : List.of(directory, directory + "/x", directory + "/x/y")) {
            assertThatThrownBy(() -> ResultStore.at(out, configuration).lock())
                    .isInstanceOf(WrongAddress.class)
                    .hasMessage(directory + " is a file, and results need a directory");
        }
    }

    @Test
    void missingRightsAreOneLine() throws Exception {
        cluster.getFileSystem().mkdirs(store.folder().path("."));
        UserGroupInformation another = UserGroupInformation.createRemoteUser("another");
        another.doAs((PrivilegedExceptionAction<Void>) () -> {
            ResultStore theirs = ResultStore.at(directory, configuration);
            assertThatThrownBy(theirs::lock)
                    .isInstanceOf(UnwritableResults.class)
                    .hasMessageStartingWith(
                            "cannot lock " + directory + ": Permission denied: user=another, access=WRITE")
                    .extracting(Throwable::getMessage)
                    .satisfies(message -> assertThat(message).hasLineCount(1));
            return null;
        });
    }

    private static boolean isHidden(FileStatus file) {
        return Segments.isHidden(file.getPath().getName());
    }
}
