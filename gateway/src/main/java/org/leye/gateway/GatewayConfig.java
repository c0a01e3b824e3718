package org.leye.gateway;

import java.net.URI;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the services are, and how long and how many of their callers the gateway lets wait. */
@ConfigMapping(prefix = "leye.gateway")
public interface GatewayConfig {

    /** Base addresses of the services, without a path. */
    Upstreams upstreams();

    /**
     * How long a service may take to begin its answer, counted from the last piece of the request that moved. A caller who
     * stops sending gets as long.
     */
    @WithDefault("30S")
    Duration answerTimeout();

    /** How long a request may wait for a connection: to be opened, or to come free when all are in use. */
    @WithDefault("2S")
    Duration connectTimeout();

    /** Connections to each service; a slow service can hold these and no more. */
    @WithDefault("64")
    int connectionsPerService();

    /** Requests that may wait for a connection to each service; the next one hears UPSTREAM_UNAVAILABLE at once. */
    @WithDefault("256")
    int waitingPerService();

    /** The services by name. */
    interface Upstreams {

        @WithDefault("http://127.0.0.1:8081")
        URI subsidy();

        @WithDefault("http://127.0.0.1:8082")
        URI jobmatch();

        @WithDefault("http://127.0.0.1:8083")
        URI broker();

        @WithDefault("http://127.0.0.1:8084")
        URI training();
    }
}
