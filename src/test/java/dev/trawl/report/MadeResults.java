package dev.trawl.report;

import dev.trawl.sql.MadeTrials;
import dev.trawl.sql.TableSession;
import dev.trawl.store.ResultStore;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Results that figures can be asked of, without a page. */
final class MadeResults {

    private MadeResults() {}

    static SparkSession session(MadeTrials trials, Path dir) {
        trials.write(TableSession.open(), dir);
        return session(dir);
    }

    /** A session with all that the figures ask. */
    static SparkSession session(Path dir) {
        var store = ResultStore.at(
                dir.toString(), TableSession.open().sparkContext().hadoopConfiguration());
        var session = Report.session(TableSession.open(), store);
        Report.registerViews(session);
        return session;
    }
}
