# Opens what lies beside this script, with OpenSSL 3 alone (openssl.exe must be found).
#   powershell -ExecutionPolicy Bypass -File open.ps1 CERTIFICATE.pem KEY.pem
#   powershell -ExecutionPolicy Bypass -File open.ps1            with the passphrase: you are asked for it
# The result is written into the folder in which you call it, and its SHA-256 is printed.
# OpenSSL takes the passphrase as an argument: while it works, other users of this computer may see it.
param([string]$Certificate, [string]$Key)
$ErrorActionPreference = 'Stop'
$volumes = @()
foreach ($line in Get-Content -LiteralPath (Join-Path $PSScriptRoot 'volumes.sha256')) {
    $digest, $name = $line -split '  ', 2
    $volume = Join-Path $PSScriptRoot $name
    if ((Get-FileHash -Algorithm SHA256 -LiteralPath $volume).Hash -ne $digest) { throw "$name is missing, or was changed." }
    $volumes += $volume
}
$result = (Split-Path $volumes[0] -Leaf) -replace '\.001\.p7m$', ''
$target = Join-Path (Get-Location) $result
$piece = "$target.volume"
foreach ($path in $target, "$target.part", $piece) { if (Test-Path -LiteralPath $path) { throw "$path is there already." } }
if ($Certificate) { $how = @('-recip', $Certificate, '-inkey', $Key) }
else {
    $secret = Read-Host -AsSecureString 'Passphrase'
    $how = @('-pwri_password', [System.Net.NetworkCredential]::new('', $secret).Password)
}
$stream = [System.IO.File]::Open("$target.part", [System.IO.FileMode]::CreateNew)
$whole = $false
try {
    foreach ($volume in $volumes) {
        & openssl cms -decrypt -binary -inform DER -in $volume @how -out $piece
        if ($LASTEXITCODE -ne 0) { throw "$volume cannot be opened." }
        $opened = [System.IO.File]::OpenRead($piece)
        try { $opened.CopyTo($stream) } finally { $opened.Close() }
        Remove-Item -LiteralPath $piece
    }
    $whole = $true
}
finally {
    $stream.Close()
    if (-not $whole) { foreach ($path in "$target.part", $piece) { if (Test-Path -LiteralPath $path) { Remove-Item -LiteralPath $path } } }
}
Move-Item -LiteralPath "$target.part" -Destination $target
Get-FileHash -Algorithm SHA256 -LiteralPath $target
