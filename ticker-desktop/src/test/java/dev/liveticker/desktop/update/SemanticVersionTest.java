package dev.liveticker.desktop.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticVersionTest {

    /** Those of semver.org, section 11, and some between. */
    private static final List<String> ASCENDING = List.of(
            "0.0.0-0",
            "0.0.0",
            "0.9.10",
            "0.10.9",
            "1.0.0-0",
            "1.0.0-1",
            "1.0.0-2",
            "1.0.0-10",
            "1.0.0--",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0-rc.1.0",
            "1.0.0",
            "1.0.1",
            "2.0.0",
            "2.1.0",
            "2.1.1",
            "10.0.0",
            "99999999999999999999.0.0",
            "100000000000000000000.0.0");

    @Test
    void versions_are_ordered_as_the_standard_says() {
        for (int i = 0; i < ASCENDING.size(); i++) {
            for (int j = 0; j < ASCENDING.size(); j++) {
                assertThat(Integer.signum(version(ASCENDING.get(i)).compareTo(version(ASCENDING.get(j)))))
                        .as(ASCENDING.get(i) + " against " + ASCENDING.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Test
    void what_was_built_counts_for_nothing_in_the_order() {
        assertThat(version("1.0.0+b").compareTo(version("1.0.0+a"))).isZero();
        assertThat(version("1.0.0-rc.1+b").compareTo(version("1.0.0-rc.1"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2",
                "1.2.3.4",
                "v1.2.3",
                "01.2.3",
                "1.02.3",
                "1.2.03",
                "-1.2.3",
                "1.2.3-",
                "1.2.3-01",
                "1.2.3-a..b",
                "1.2.3+",
                "1.2.3+a+b",
                "1.2.3 ",
                " 1.2.3",
                "1.2.3\n",
                "1.2.3-ä",
                "1.2.3-\u202E",
                "1.2.x",
                "1.2.3-a_b",
                "latest"
            })
    void what_is_no_version_is_none(String text) {
        assertThat(SemanticVersion.parse(text)).isEmpty();
    }

    @Test
    void an_endless_one_is_none() {
        assertThat(SemanticVersion.parse("1.2.3-" + "a".repeat(10_000))).isEmpty();
    }

    @Property(tries = 300)
    void a_version_is_written_as_it_is_read(@ForAll("versions") String text) {
        assertThat(version(text)).hasToString(text);
    }

    @Property(tries = 500)
    void the_order_is_that_of_the_plainest_reckoning(@ForAll("versions") String one, @ForAll("versions") String other) {
        assertThat(Integer.signum(version(one).compareTo(version(other))))
                .isEqualTo(Integer.signum(plainly(one, other)))
                .isEqualTo(-Integer.signum(version(other).compareTo(version(one))));
    }

    @Property(tries = 300)
    void the_order_has_no_circle(
            @ForAll("versions") String a, @ForAll("versions") String b, @ForAll("versions") String c) {
        List<SemanticVersion> sorted = new ArrayList<>(List.of(version(a), version(b), version(c)));
        sorted.sort(null);
        assertThat(sorted.get(0).compareTo(sorted.get(2))).isLessThanOrEqualTo(0);
    }

    /** Section 11 once more, word by word. */
    private static int plainly(String one, String other) {
        String[] left = one.replaceFirst("\\+.*", "").split("-", 2);
        String[] right = other.replaceFirst("\\+.*", "").split("-", 2);
        for (int i = 0; i < 3; i++) {
            int difference =
                    new BigInteger(left[0].split("\\.")[i]).compareTo(new BigInteger(right[0].split("\\.")[i]));
            if (difference != 0) {
                return difference;
            }
        }
        if (left.length != right.length) {
            return left.length == 1 ? 1 : -1;
        }
        if (left.length == 1) {
            return 0;
        }
        String[] before = left[1].split("\\.");
        String[] after = right[1].split("\\.");
        for (int i = 0; i < before.length && i < after.length; i++) {
            boolean number = before[i].matches("\\d+");
            boolean otherNumber = after[i].matches("\\d+");
            int difference = number && otherNumber
                    ? new BigInteger(before[i]).compareTo(new BigInteger(after[i]))
                    : number ? -1 : otherNumber ? 1 : before[i].compareTo(after[i]);
            if (difference != 0) {
                return difference;
            }
        }
        return before.length - after.length;
    }

    @Provide
    Arbitrary<String> versions() {
        Arbitrary<String> number = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 3).map(String::valueOf),
                Arbitraries.bigIntegers()
                        .between(BigInteger.ZERO, BigInteger.TEN.pow(25))
                        .map(BigInteger::toString));
        Arbitrary<String> word = Arbitraries.of("alpha", "beta", "rc", "-", "0a", "A", "x-1");
        Arbitrary<String> identifiers = Arbitraries.oneOf(number, word)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(list -> "-" + String.join(".", list));
        return Combinators.combine(
                        number,
                        number,
                        number,
                        Arbitraries.oneOf(Arbitraries.just(""), identifiers),
                        Arbitraries.of("", "+build.7"))
                .as((major, minor, patch, prerelease, build) -> major + "." + minor + "." + patch + prerelease + build);
    }

    private static SemanticVersion version(String text) {
        return SemanticVersion.parse(text).orElseThrow(() -> new AssertionError(text));
    }
}
