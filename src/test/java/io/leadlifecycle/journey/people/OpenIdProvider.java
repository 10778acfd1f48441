package io.leadlifecycle.journey.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A company's login on this machine, which lets everybody in as whoever the test says. */
final class OpenIdProvider {

  private final HttpServer server;
  private final RSAKey key = newKey();
  private RSAKey signing = key;
  private Map<String, Object> claims = Map.of();
  private Map<String, String> asked = Map.of();

  OpenIdProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/.well-known/openid-configuration", http -> json(http, """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/ask", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys",
         "response_types_supported": ["code"], "subject_types_supported": ["public"],
         "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer())));
    server.createContext("/keys", http -> json(http, "{\"keys\": [%s]}".formatted(key.toPublicJWK())));
    server.createContext("/token", http -> json(http, """
        {"access_token": "x", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}""".formatted(idToken())));
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void stop() {
    server.stop(0);
  }

  /** From now on it is this person who logs in, and the token is what it should be. */
  void isAskedBy(String subject, String name, String... groups) {
    signing = key;
    claims = Map.of("sub", subject, "preferred_username", name, "given_name", "Erika", "groups", List.of(groups));
  }

  void tellsAlso(String claim, Object value) {
    claims = new HashMap<>(claims);
    claims.put(claim, value);
  }

  void signsWithAKeyOfItsOwn() {
    signing = newKey();
  }

  /** What a browser would be sent back to, after it was sent here. */
  String answer(String sentTo) {
    asked = Stream.of(sentTo.substring(sentTo.indexOf('?') + 1).split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    return "/login/oauth2/code/company?code=7&state=" + URLEncoder.encode(asked.get("state"), UTF_8);
  }

  Map<String, String> asked() {
    return asked;
  }

  private String idToken() {
    Instant now = Instant.now();
    JWTClaimsSet.Builder told = new JWTClaimsSet.Builder()
        .issuer(issuer()).audience("leads").issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(60)))
        .claim("nonce", asked.get("nonce"));
    claims.forEach(told::claim);
    SignedJWT token = new SignedJWT(
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), told.build());
    try {
      token.sign(new RSASSASigner(signing));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID("one").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void json(HttpExchange http, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    http.getResponseHeaders().set("Content-Type", "application/json");
    http.sendResponseHeaders(200, bytes.length);
    http.getResponseBody().write(bytes);
    http.close();
  }
}
