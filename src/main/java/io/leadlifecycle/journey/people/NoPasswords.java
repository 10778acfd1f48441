package io.leadlifecycle.journey.people;

import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Where people come with the company's own login, a user of the engine and a password open no door. */
@Component
@Profile("oidc")
class NoPasswords implements AuthenticationProvider {

  @Override
  public Authentication authenticate(Authentication login) {
    throw new BadCredentialsException("People come with the company's own login");
  }

  @Override
  public boolean supports(Class<?> login) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(login);
  }
}
