package dev.trawl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM beside the test's own, of the same Java, with the tests' class path and the options every JVM of ours needs.
 */
public final class ForkedJvm {

    /** Options of one that starts Spark and soon ends: what the second compiler would save it does not live to see. */
    public static final List<String> SHORT_LIVED = List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private ForkedJvm() {}

    /** @param options of the JVM, besides those of submit/jvm.options */
    public static ProcessBuilder of(List<String> options, String main, String... arguments) {
        return on(classPath(), options, main, arguments);
    }

    /** The same on another class path. */
    public static ProcessBuilder on(String classPath, List<String> options, String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("submit", "jvm.options").toAbsolutePath()));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Surefire hides the class path in a jar. */
    public static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
