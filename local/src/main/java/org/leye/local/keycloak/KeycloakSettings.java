package org.leye.local.keycloak;

import java.nio.file.Path;
import java.util.Map;

/**
 * How one Keycloak server is started.
 *
 * @param home folder of the unpacked server, one per version inside; holds no data, so several suites may share it
 * @param port on 127.0.0.1; part of the issuer, so tokens end with a move to another port
 * @param databaseUrl of its own database, for JDBC
 * @param databaseRole owner of that database
 * @param databasePassword of that role
 * @param adminPassword of the user admin in the realm master, fixed at the first start
 * @param clientSecrets of the realm's confidential clients, by client id; fixed at the first start
 * @param log stdout and stderr of the server
 * @param pidFile remembers the process
 */
public record KeycloakSettings(
        Path home,
        int port,
        String databaseUrl,
        String databaseRole,
        String databasePassword,
        String adminPassword,
        Map<String, String> clientSecrets,
        Path log,
        Path pidFile) {

    public KeycloakSettings {
        home = home.toAbsolutePath().normalize();
        clientSecrets = Map.copyOf(clientSecrets);
    }
}
