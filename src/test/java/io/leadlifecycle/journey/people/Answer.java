package io.leadlifecycle.journey.people;

import java.net.http.HttpResponse;

/** What a door answers. */
enum Answer {
  /** Let in, whatever stands behind the door, as long as it does not break. */
  IN {
    @Override
    boolean fits(HttpResponse<?> response) {
      int status = response.statusCode();
      return status < 500 && status != 401 && status != 403 && !LOGIN.fits(response);
    }
  },
  /** Sent to the page to log in. */
  LOGIN {
    @Override
    boolean fits(HttpResponse<?> response) {
      return response.statusCode() == 302 && Visitor.target(response).endsWith("/login");
    }
  },
  /** 401. */
  WHO {
    @Override
    boolean fits(HttpResponse<?> response) {
      return response.statusCode() == 401;
    }
  },
  /** 403. */
  NO {
    @Override
    boolean fits(HttpResponse<?> response) {
      return response.statusCode() == 403;
    }
  },
  /** 400. */
  ODD {
    @Override
    boolean fits(HttpResponse<?> response) {
      return response.statusCode() == 400;
    }
  };

  abstract boolean fits(HttpResponse<?> response);
}
