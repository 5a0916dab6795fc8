package dev.trawl.sql;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.collection.Seq;

/** What a query consists of, as parsed: itself, what it selects from, what its WITH names, and its subqueries. */
final class QueryParts {

    private QueryParts() {}

    /** By the parser without Spark's own commands: those are syntax errors to it, the standard ones are plans. */
    static List<LogicalPlan> of(String query) {
        List<LogicalPlan> parts = new ArrayList<>();
        add(CatalystSqlParser$.MODULE$.parsePlan(query), parts);
        return parts;
    }

    private static void add(LogicalPlan plan, List<LogicalPlan> parts) {
        parts.add(plan);
        addAll(plan.children(), parts);
        addAll(plan.innerChildren(), parts);
        addAll(plan.subqueries(), parts);
    }

    private static void addAll(Seq<?> plans, List<LogicalPlan> parts) {
        for (var each = plans.iterator(); each.hasNext(); ) {
            if (each.next() instanceof LogicalPlan plan) {
                add(plan, parts);
            }
        }
    }
}
