package io.leadlifecycle.journey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import javax.sql.DataSource;

/** Looks for words in every column of every table, also in bytes, whatever their encoding, packed or not. */
record EveryColumn(DataSource database) {

  private static final List<Charset> ENCODINGS = List.of(
      StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

  static final Predicate<String> ALL = table -> true;
  static final Predicate<String> OF_THE_ENGINE = table -> table.startsWith("act_");

  /** @return table, column and word of each place where one stands, in whatever case */
  Collection<String> holding(Collection<String> words, Predicate<String> tables) {
    TreeSet<String> found = new TreeSet<>();
    try (Connection connection = database.getConnection()) {
      for (String table : tables(connection)) {
        if (tables.test(table.toLowerCase(Locale.ROOT))) {
          search(connection, table, words, found);
        }
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return found;
  }

  static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    String[] kinds = {"TABLE", "BASE TABLE", "PARTITIONED TABLE"};
    try (ResultSet rows = connection.getMetaData().getTables(null, connection.getSchema(), null, kinds)) {
      while (rows.next()) {
        tables.add(rows.getString("TABLE_NAME"));
      }
    }
    return tables;
  }

  private static void search(
      Connection connection, String table, Collection<String> words, Collection<String> found)
      throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
      while (rows.next()) {
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          String place = table + "." + rows.getMetaData().getColumnName(column);
          String text = text(rows.getObject(column)).toLowerCase(Locale.ROOT);
          words.stream().filter(word -> text.contains(word.toLowerCase(Locale.ROOT)))
              .forEach(word -> found.add(place + ": " + word));
        }
      }
    }
  }

  private static String text(Object value) throws SQLException {
    if (value instanceof Clob clob) {
      return clob.getSubString(1, (int) clob.length());
    }
    if (value instanceof Blob blob) {
      return text(blob.getBytes(1, (int) blob.length()));
    }
    return value instanceof byte[] bytes
        ? Stream.concat(Stream.of(bytes), unpacked(bytes)).flatMap(EveryColumn::read)
            .collect(Collectors.joining("\n"))
        : String.valueOf(value);
  }

  private static Stream<String> read(byte[] bytes) {
    return ENCODINGS.stream().map(encoding -> new String(bytes, encoding));
  }

  private static Stream<byte[]> unpacked(byte[] bytes) {
    Stream<Unpacking> all = Stream.of(GZIPInputStream::new, InflaterInputStream::new);
    return all.flatMap(unpacking -> {
      try (InputStream unpacked = unpacking.of(new ByteArrayInputStream(bytes))) {
        return Stream.of(unpacked.readAllBytes());
      } catch (IOException notPacked) {
        return Stream.empty();
      }
    });
  }

  private interface Unpacking {
    InputStream of(InputStream bytes) throws IOException;
  }
}
