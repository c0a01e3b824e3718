package org.leye.gateway;

import java.net.URI;
import java.util.List;

/**
 * A service behind the gateway.
 *
 * @param name also the first segment of its paths
 * @param base its address, without a path
 */
public record Service(String name, URI base) {

    /** Every service behind the gateway. */
    public static List<Service> all(GatewayConfig config) {
        var at = config.upstreams();
        return List.of(
                new Service("subsidy", at.subsidy()),
                new Service("jobmatch", at.jobmatch()),
                new Service("broker", at.broker()),
                new Service("training", at.training()));
    }

    /** What every path of the service begins with, here and at the service. */
    public String prefix() {
        return "/" + name + "/v1/";
    }

    /** The port of its address, or that of the scheme. */
    public int port() {
        return base.getPort() > 0 ? base.getPort() : isSecure() ? 443 : 80;
    }

    public boolean isSecure() {
        return "https".equals(base.getScheme());
    }
}
