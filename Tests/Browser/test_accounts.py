"""Staff secure their accounts, an admin makes and shuts others, and the log tells it all."""

import base64
import hashlib
import hmac
import os
import secrets
import struct
import subprocess
import time

import pytest
from conftest import DESK, PHONE, ROOT
from playwright.sync_api import expect
from scanner import scanned
from test_accessibility import check
from test_staff import sign_in

PASSWORD = "trà đá vỉa hè mùa hạ nóng"
OWN = "ghế xanh mưa rào khoai nướng"


@pytest.fixture
def admin():
    if not os.environ.get("QUIZ_DATA"):
        pytest.skip("QUIZ_DATA is not set")
    program = os.environ.get("QUIZ_PROGRAM", str(ROOT / ".build/release/quizserver"))
    name = "quan-tri-" + secrets.token_hex(3)
    command = [program, "account", "add", name, "--role", "admin", "--data", os.environ["QUIZ_DATA"]]
    subprocess.run(command, cwd=ROOT, input=PASSWORD.encode() + b"\n", check=True)
    return name


def totp(secret, ahead=0):
    """RFC 6238, for the period that is `ahead` of now."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30 + ahead), hashlib.sha1).digest()
    offset = digest[19] & 15
    return f"{(struct.unpack('>I', digest[offset : offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def check_looks(page, state):
    """axe at the desk in the light, and on a phone in the dark."""
    check(page, state)
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="dark")
    check(page, state)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], state
    page.set_viewport_size(DESK)
    page.emulate_media(color_scheme="light")


def set_up_totp(page):
    page.locator("#totp-password").fill(PASSWORD)
    page.locator("#totp-start").click()
    expect(page.locator("#totp-code")).to_be_focused()
    secret = page.locator("#totp-secret").text_content().replace(" ", "")
    link = page.locator("#totp-link").get_attribute("href")
    assert link.startswith("otpauth://totp/")
    assert scanned(page.locator("#totp-picture")) == [link]
    page.locator("#totp-code").fill("000000")
    page.locator("#totp-confirm [type=submit]").click()
    expect(page.locator("#totp-confirm .error-summary")).to_contain_text("Mã chưa đúng")
    check_looks(page, "account-totp")
    page.locator("#totp-code").fill(totp(secret))
    page.locator("#totp-confirm [type=submit]").click()
    expect(page.locator("#recovery-codes li")).to_have_count(10)
    expect(page.locator("#recovery-heading")).to_be_focused()
    check_looks(page, "account-recovery")
    return secret


def test_a_second_factor_a_coordinator_and_the_log(device, admin):
    page = device(viewport=DESK).new_page()
    sign_in(page, "/to-chuc/tai-khoan/", (admin, PASSWORD))
    expect(page.locator("#sessions tbody tr")).to_have_count(1)
    expect(page.locator("#accounts")).to_contain_text(admin)
    check_looks(page, "account")
    secret = set_up_totp(page)

    page.locator("#staff-out").click()
    page.locator("#username").fill(admin)
    page.locator("#password").fill(PASSWORD)
    page.locator("#staff-form [type=submit]").click()
    expect(page.locator("#code")).to_be_focused()
    page.locator("#code").fill("000000")
    page.locator("#staff-form [type=submit]").click()
    expect(page.locator("#staff-form .error-summary")).to_contain_text("Mã chưa đúng")
    check_looks(page, "sign-in-code")
    # The code of the present period was used up when it was confirmed.
    page.locator("#code").fill(totp(secret, ahead=1))
    page.locator("#staff-form [type=submit]").click()
    expect(page.locator("#totp-state")).to_have_text("Đang bật.")

    name = "dau-moi-" + secrets.token_hex(3)
    page.locator("#name").fill(name)
    page.locator("#role").select_option("coordinator")
    page.locator("#add-form [type=submit]").click()
    expect(page.locator("#add-form .error-summary")).to_contain_text("Đầu mối cần một đơn vị")
    page.locator("#unit").fill("thcs-mau-1")
    page.locator("#add-form [type=submit]").click()
    expect(page.locator("#handover-heading")).to_be_focused()
    temporary = page.locator("#handover-password").text_content()
    check_looks(page, "account-handover")

    other = device(viewport=DESK).new_page()
    other.goto("/dau-moi/")
    other.locator("#username").fill(name)
    other.locator("#password").fill(temporary)
    other.locator("#staff-form [type=submit]").click()
    expect(other.locator("#duties")).to_contain_text("Hãy đổi mật khẩu trước")
    other.locator("#current").fill(temporary)
    other.locator("#new").fill("matkhau123456789")
    other.locator("#password-form [type=submit]").click()
    expect(other.locator("#password-form .error-summary")).to_contain_text("dễ đoán")
    other.locator("#new").fill(OWN)
    other.locator("#password-form [type=submit]").click()
    expect(other.locator("#password-state")).to_contain_text("Đã đổi mật khẩu")
    expect(other.locator("#duties")).to_be_empty()
    other.goto("/dau-moi/")
    expect(other.locator("#unit-heading")).to_be_visible()

    page.locator("#handover-done").click()
    row = page.locator("#accounts tbody tr", has_text=name)
    row.locator("select").select_option("disable")
    row.locator(".button").click()
    expect(page.locator("#accounts-state")).to_contain_text("Đã khóa")
    other.reload()
    expect(other.locator('[data-step="sign-in"]')).to_be_visible()

    page.goto("/to-chuc/nhat-ky/")
    expect(page.locator("#entries tbody tr").first).to_be_visible()
    page.locator("#text").fill(f"khoa tai khoan {name}")
    page.locator("#filter [type=submit]").click()
    # That it was added says 'tài khoản' too, in which 'khoa' begins a word.
    expect(page.locator("#entries tbody tr")).to_have_count(2)
    expect(page.locator("#entries tbody tr").first).to_contain_text(admin)
    check_looks(page, "audit")
    page.locator("#export-form [type=submit]").click()
    expect(page.locator("#export-form .error-summary")).to_contain_text("mục đích")
    page.locator("#purpose").fill("Báo cáo")
    with page.expect_download() as download:
        page.locator("#export-form [type=submit]").click()
    table = download.value.path().read_bytes()
    assert table.startswith(b"\xef\xbb\xbf") and name.encode() in table and table.count(b"\r\n") == 4
