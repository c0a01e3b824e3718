package org.leye.gateway.link;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;

/** How often each account has tried within its running minute, at this replica. */
@ApplicationScoped
class Tries {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int ACCOUNTS = 50_000;

    private final int most;
    private final Cache<String, AtomicInteger> counts = Caffeine.newBuilder()
            .maximumSize(ACCOUNTS)
            .expireAfter(Expiry.<String, AtomicInteger>creating((account, count) -> MINUTE))
            .executor(Runnable::run)
            .build();

    Tries(LinkConfig config) {
        this.most = config.triesPerMinute();
    }

    /** Throws TOO_MANY_TRIES. */
    void count(String account) {
        if (counts.get(account, first -> new AtomicInteger()).incrementAndGet() > most) {
            throw LinkProblem.TOO_MANY_TRIES
                    .because("每分钟最多 %d 次", "at most %d a minute", most)
                    .retryAfter(MINUTE);
        }
    }
}
