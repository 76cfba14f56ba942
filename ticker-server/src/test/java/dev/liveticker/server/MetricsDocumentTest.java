package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.server.cluster.Standing;
import dev.liveticker.server.metric.Meters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds docs/metrics.md, the alert rules and the dashboard to the meters there are. */
class MetricsDocumentTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final String HEAD = "| meter | kind | labels | what it says |";
    private static final Pattern OURS = Pattern.compile("\\b(?:live_ticker|jvm|process|system)_[a-z0-9_]+");
    private static final Pattern SELECTOR =
            Pattern.compile("\\b((?:live_ticker|jvm|process|system)_[a-z0-9_]+)\\{([^}]*)}");
    private static final Pattern MATCHER = Pattern.compile("([a-z_]+)(=~?)\"([^\"]*)\"");
    private static final Pattern GROUPING = Pattern.compile("by \\(([^)]*)\\)");

    /** What Prometheus adds, and what it makes of a histogram. */
    private static final Set<String> ADDED = Set.of("instance", "job", "le");

    private static Map<String, Exposition.Family> meters;

    @BeforeAll
    static void scrape(@TempDir Path data) throws IOException {
        Meters cluster = new Meters("0.0.0");
        cluster.cluster(
                () -> new Standing(Standing.Role.FOLLOWING, "0123abcd", null, "k3f", 17, Duration.ofMillis(1_500)),
                () -> 2);
        meters = new TreeMap<>(Exposition.parse(cluster.scrape()).families());
        assertThat(meters.get("live_ticker_cluster_lag_seconds")
                        .samples()
                        .getFirst()
                        .value())
                .isEqualTo(1.5);
        try (TickerServer server = TickerServer.start(ServerOptions.embedded().withData(data));
                RawHttp http = new RawHttp(server.address())) {
            http.get("/metrics");
            meters.putAll(Exposition.parse(http.response().body()).families());
        }
    }

    private static String row(Exposition.Family family) {
        String labels = family.samples().stream()
                .flatMap(sample -> sample.labels().keySet().stream())
                .filter(label -> !label.equals("le"))
                .distinct()
                .sorted()
                .map(label -> "`" + label + "`")
                .collect(Collectors.joining(" "));
        return "| `" + family.name() + "` | " + family.type() + " | " + labels + " | " + family.help() + " |";
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_table_names_every_meter_and_no_other() throws IOException {
        List<String> lines = Files.readAllLines(DOCS.resolve("metrics.md"));
        int begin = lines.indexOf(HEAD);
        assertThat(begin).as("the table's head").isNotNegative();
        List<String> table = lines.subList(begin + 2, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertThat(String.join("\n", table))
                .isEqualTo(
                        meters.values().stream().map(MetricsDocumentTest::row).collect(Collectors.joining("\n")));
    }

    @Test
    void the_server_s_own_meters_say_what_they_are_in_whole_sentences() {
        assertThat(meters.values().stream().filter(family -> family.name().startsWith("live_ticker_")))
                .hasSizeGreaterThan(35)
                .allSatisfy(family -> assertThat(family.help()).endsWith("."));
    }

    /** Names of samples, as a query uses them. */
    private static Set<String> samples() {
        return meters.values().stream()
                .flatMap(family -> family.samples().stream())
                .map(Exposition.Sample::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertExists(String expression) {
        Set<String> used =
                OURS.matcher(expression).results().map(hit -> hit.group()).collect(Collectors.toSet());
        assertThat(samples()).as(expression).containsAll(used);
        Matcher selector = SELECTOR.matcher(expression);
        while (selector.find()) {
            Matcher label = MATCHER.matcher(selector.group(2));
            while (label.find()) {
                if (!ADDED.contains(label.group(1))) {
                    assertValue(selector.group(1), label.group(1), label.group(2), label.group(3));
                }
            }
        }
        Set<String> labels = new HashSet<>(ADDED);
        meters.values().stream()
                .flatMap(family -> family.samples().stream())
                .filter(sample -> used.contains(sample.name()))
                .forEach(sample -> labels.addAll(sample.labels().keySet()));
        Matcher grouping = GROUPING.matcher(expression);
        while (grouping.find()) {
            assertThat(labels).as(expression).contains(grouping.group(1).split(", *", -1));
        }
    }

    private static void assertValue(String sample, String label, String how, String value) {
        List<String> wanted = how.equals("=") ? List.of(value) : List.of(value.split("\\|", -1));
        List<String> there = meters.values().stream()
                .flatMap(family -> family.samples().stream())
                .filter(each -> each.name().equals(sample))
                .map(each -> String.valueOf(each.labels().get(label)))
                .toList();
        assertThat(there).as("%s of %s", label, sample).containsAll(wanted);
    }

    @Test
    void each_alert_rule_asks_for_meters_labels_and_values_that_exist() {
        JsonNode rules = YAMLMapper.shared()
                .readTree(DOCS.resolve("deploy/alerts.yaml").toFile())
                .at("/groups/0/rules");
        assertThat(rules).hasSizeGreaterThan(10);
        for (JsonNode rule : rules) {
            assertThat(rule.get("alert").asString()).matches("LiveTicker[A-Z][A-Za-z]+");
            assertThat(rule.at("/annotations/summary").asString()).isNotBlank();
            assertThat(rule.at("/labels/severity").asString()).isIn("page", "ticket");
            assertExists(rule.get("expr").asString());
        }
    }

    @Test
    void the_dashboard_asks_for_meters_that_exist_and_shows_all_of_the_server_s_own() {
        JsonNode dashboard = FrameCodec.jsonMapper()
                .readTree(DOCS.resolve("deploy/grafana-dashboard.json").toFile());
        List<String> expressions = new ArrayList<>();
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : dashboard.get("panels")) {
            assertThat(ids.add(panel.get("id").asInt())).as("an id twice").isTrue();
            assertThat(panel.get("title").asString()).isNotBlank();
            JsonNode place = panel.get("gridPos");
            assertThat(place.get("x").asInt() + place.get("w").asInt()).isLessThanOrEqualTo(24);
            for (JsonNode target : panel.path("targets")) {
                expressions.add(target.get("expr").asString());
            }
        }
        dashboard
                .at("/templating/list")
                .forEach(variable ->
                        expressions.add(variable.path("query").path("query").asString("")));
        expressions.forEach(MetricsDocumentTest::assertExists);
        String all = String.join("\n", expressions);
        Stream<String> unseen = meters.keySet().stream()
                .filter(name -> name.startsWith("live_ticker_"))
                .filter(name -> !all.contains(name));
        assertThat(unseen).as("shown nowhere").isEmpty();
    }
}
