package org.leye.local.backup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What a backup says of itself.
 *
 * @param format of the folder; counted up when its layout changes
 * @param takenAt when the copy was finished, RFC 3339 in UTC
 * @param postgres version of the binaries that wrote the data; another major version cannot read them
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Manifest(int format, String takenAt, String postgres) {

    static final int FORMAT = 1;

    String postgresMajor() {
        return postgres.replaceFirst("\\..*", "");
    }
}
