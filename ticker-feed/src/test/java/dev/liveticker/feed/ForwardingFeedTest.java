package dev.liveticker.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardingFeedTest {

    private final List<String> asked = new ArrayList<>();
    private final Feed target = (Feed) Proxy.newProxyInstance(
            Feed.class.getClassLoader(), new Class<?>[] {Feed.class}, (proxy, method, arguments) -> {
                asked.add(method.getName());
                return null;
            });

    @Test
    void whatever_a_feed_can_be_asked_is_passed_on() throws Exception {
        ForwardingFeed forwarding = new ForwardingFeed(target) {};
        List<String> all = new ArrayList<>();
        for (Method method : Feed.class.getMethods()) {
            method.invoke(forwarding, new Object[method.getParameterCount()]);
            all.add(method.getName());
        }

        assertThat(asked).isEqualTo(all);
        assertThat(Arrays.stream(ForwardingFeed.class.getDeclaredMethods()).map(Method::getName))
                .containsAll(all);
    }
}
