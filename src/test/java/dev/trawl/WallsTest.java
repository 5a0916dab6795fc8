package dev.trawl;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.AbstractSqlParser;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.catalyst.plans.QueryPlan;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.catalyst.plans.logical.ScriptTransformation;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.junit.jupiter.api.Test;

/** The walls between packages: each may use those below it only. */
class WallsTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("dev.trawl");

    @Test
    void packagesUseOnlyThoseBelow() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .ensureAllClassesAreContainedInArchitecture()
                .layer("cli")
                .definedBy("dev.trawl.cli..")
                .layer("report")
                .definedBy("dev.trawl.report..")
                .layer("job")
                .definedBy("dev.trawl.job..")
                .layer("sql")
                .definedBy("dev.trawl.sql..")
                .layer("spark")
                .definedBy("dev.trawl.spark..")
                .layer("store")
                .definedBy("dev.trawl.store..")
                .layer("sweep")
                .definedBy("dev.trawl.sweep..")
                .layer("trial")
                .definedBy("dev.trawl.trial..")
                .layer("prune")
                .definedBy("dev.trawl.prune..")
                .layer("net")
                .definedBy("dev.trawl.net..")
                .layer("kernel")
                .definedBy("dev.trawl.kernel..")
                .layer("data")
                .definedBy("dev.trawl.data..")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("job")
                .mayOnlyBeAccessedByLayers("cli", "report")
                .whereLayer("sql")
                .mayOnlyBeAccessedByLayers("cli", "report", "job")
                .whereLayer("spark")
                .mayOnlyBeAccessedByLayers("cli", "report", "job", "sql")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("cli", "report", "job", "sql", "spark")
                .whereLayer("sweep")
                .mayOnlyBeAccessedByLayers("cli", "report", "job", "sql", "store")
                .whereLayer("trial")
                .mayOnlyBeAccessedByLayers("cli", "report", "job", "sql", "store", "sweep")
                .whereLayer("prune")
                .mayOnlyBeAccessedByLayers("trial", "sweep")
                .whereLayer("net")
                .mayOnlyBeAccessedByLayers("trial", "prune")
                .whereLayer("kernel")
                .mayNotAccessAnyLayer()
                .whereLayer("data")
                .mayNotAccessAnyLayer()
                .check(CLASSES);
    }

    @Test
    void trialsAndTheirResultsNeedNoSpark() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.trawl.spark..",
                        "dev.trawl.sql..",
                        "dev.trawl.job..",
                        "dev.trawl.report..",
                        "dev.trawl.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "scala..")
                .check(CLASSES);
    }

    @Test
    void trialsNeedNoHadoop() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.trawl.sweep..",
                        "dev.trawl.trial..",
                        "dev.trawl.prune..",
                        "dev.trawl.net..",
                        "dev.trawl.kernel..",
                        "dev.trawl.data..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.hadoop..", "org.apache.parquet..")
                .check(CLASSES);
    }

    @Test
    void onlyTheKernelTouchesTheVectorApi() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.trawl.kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator.vector..")
                .check(CLASSES);
    }

    /**
     * Compiled with the newest Spark, the jar would fail on the oldest when it comes to a class that this one lacks.
     */
    @Test
    void queriesAreReadByClassesThatEverySparkFrom35OnHas() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.spark.sql.catalyst..")
                        .and(not(belongToAnyOf(
                                AbstractSqlParser.class,
                                CatalystSqlParser$.class,
                                Command.class,
                                Expression.class,
                                LogicalPlan.class,
                                ParsedStatement.class,
                                QueryPlan.class,
                                ScriptTransformation.class,
                                TreeNode.class,
                                UnresolvedFunction.class,
                                UnresolvedRelation.class))))
                .check(CLASSES);
    }

    @Test
    void resultsAreOnAnyFileSystemOfHadoops() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.trawl.store..",
                        "dev.trawl.spark..",
                        "dev.trawl.sql..",
                        "dev.trawl.job..",
                        "dev.trawl.report..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.io\\.(File|File(Input|Output)Stream|FileReader|FileWriter)|java\\.nio\\.file\\.Files")
                .check(CLASSES);
    }

    @Test
    void noMatrixIsMultipliedInThreads() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(".*(SimpleMatrix|_MT_.*)")
                .because("one training thread a task")
                .check(CLASSES);
    }
}
